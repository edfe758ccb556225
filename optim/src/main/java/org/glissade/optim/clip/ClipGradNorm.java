package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * g·min(1, c/(‖g‖ₚ + eps)) over each group of the extent: a clip in the dialect of PyTorch's {@code
 * clip_grad_norm_}, Opacus and Lightning. What is clipped ends below c by the factor ‖g‖/(‖g‖ +
 * eps), and norms within eps below c are shortened too; {@link org.glissade.optim.ClipByNorm} has
 * no eps.
 *
 * <p>Reports {@code norm}, the norm before clipping, and {@code acted}, 1 where it was above c -
 * eps; both per group, and neither for {@link Extent#ELEMENT}.
 *
 * @param maxNorm c, above 0
 * @param extent what each norm is taken over; PyTorch's is global
 * @param p the power of the norm, at least 1, or infinite
 * @param eps above 0
 */
public record ClipGradNorm(double maxNorm, Extent extent, double p, double eps)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "clip-grad-norm";

  /** PyTorch's eps. */
  public static final double EPS = 1e-6;

  /** Checks the numbers. */
  public ClipGradNorm {
    Require.in(Range.above(0), NAME + ": max-norm", maxNorm);
    Require.in(Range.atLeastOrInfinite(1), NAME + ": p", p);
    Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** The L2 norm, with PyTorch's eps. */
  public ClipGradNorm(double maxNorm, Extent extent) {
    this(maxNorm, extent, 2, EPS);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.within(extent, g -> clip(g, step));
  }

  private Gradients clip(Gradients gradients, StepContext step) {
    Gradients norm = gradients.norm(p);
    Gradients bound = gradients.scalar(gradients.value().graph().scalar(maxNorm));
    Told.norm(step, norm);
    Told.acted(step, bound.lessThan(norm.plus(eps)));
    return gradients.times(bound.dividedBy(norm.plus(eps)).minimum(1));
  }
}
