package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * g/‖g‖·m̂/(√v̂ + eps) over each group of the extent: m and v are running means of ‖g‖ and ‖g‖²
 * with decays b1 and b2, corrected as in Adam, so that norms stay near 1 and keep their changes. A
 * zero gradient stays zero. Source: the AdaGN of Stable-SPAM (Huang et al., arXiv:2502.17055).
 *
 * <p>Reports {@code norm}, the norm before, per group.
 *
 * @param b1 decay of the mean of ‖g‖, at least 0 and below 1
 * @param b2 decay of the mean of ‖g‖², at least 0 and below 1
 * @param eps added to the root, above 0
 * @param extent what each norm is taken over; parameter in the paper, and not element
 */
public record AdaptiveNorm(double b1, double b2, double eps, Extent extent)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "adaptive-norm";

  /** The usual b1. */
  public static final double B1 = 0.7;

  /** The usual b2. */
  public static final double B2 = 0.9;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** Checks the numbers. */
  public AdaptiveNorm {
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
    Thresholds.groups(NAME, extent);
  }

  /** As in the paper. */
  public AdaptiveNorm(Extent extent) {
    this(B1, B2, EPS, extent);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.within(extent, g -> normalize(g, step));
  }

  private Gradients normalize(Gradients gradients, StepContext step) {
    Gradients norm = gradients.norm();
    step.report("norm", norm);
    Gradients mean = running("m", b1, norm, gradients, step);
    Gradients square = running("v", b2, norm.square(), gradients, step);
    Gradients length = mean.dividedBy(square.sqrt().plus(eps));
    return gradients.times(length.times(norm.reciprocalOrZero()));
  }

  private static Gradients running(
      String name, double decay, Gradients now, Gradients gradients, StepContext step) {
    State mean = step.state(name, gradients.zeros().norm());
    Tensor t = step.count().plus(1);
    Tensor seen = t.like(decay).power(t).negate().plus(1);
    Gradients next = mean.set(mean.old().times(decay).plus(now.times(1 - decay)));
    return next.dividedBy(next.scalar(seen));
  }
}
