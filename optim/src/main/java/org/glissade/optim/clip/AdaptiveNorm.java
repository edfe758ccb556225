package org.glissade.optim.clip;

import org.glissade.optim.Moments;
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
 * @param moments the running means of the norm and of its square, and what is added to the root
 * @param extent what each norm is taken over; parameter in the paper, and not element
 */
public record AdaptiveNorm(Moments moments, Extent extent) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "adaptive-norm";

  /** The usual b1. */
  public static final double B1 = 0.7;

  /** The usual b2. */
  public static final double B2 = 0.9;

  /** The usual numbers. */
  public static final Moments USUAL = new Moments(B1, B2, 1e-8);

  /** Checks the numbers. */
  public AdaptiveNorm {
    moments = moments.check(NAME);
    Thresholds.groups(NAME, extent);
  }

  /** As in the paper. */
  public AdaptiveNorm(Extent extent) {
    this(USUAL, extent);
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
    Moments.Now now = moments.in(step);
    Gradients mean = running("m", now.b1(), norm, gradients, step);
    Gradients square = running("v", now.b2(), norm.square(), gradients, step);
    Gradients length = mean.dividedBy(square.sqrt().plus(now.eps()));
    return gradients.times(length.times(norm.reciprocalOrZero()));
  }

  private static Gradients running(
      String name, Tensor decay, Gradients now, Gradients gradients, StepContext step) {
    State mean = step.state(name, gradients.zeros().norm());
    Tensor t = step.count().plus(1);
    Tensor seen = Moments.rest(decay.power(t));
    Gradients next = mean.set(Moments.mix(decay, mean.old(), now));
    return next.dividedBy(next.scalar(seen));
  }
}
