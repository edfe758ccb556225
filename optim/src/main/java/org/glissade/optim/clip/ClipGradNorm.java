package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.OverExtent;
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
 * @param maxNorm c, above 0; a schedule may end at 0
 * @param extent what each norm is taken over; PyTorch's is global
 * @param p the power of the norm, at least 1, or infinite
 * @param eps above 0
 */
public record ClipGradNorm(Schedule maxNorm, Extent extent, double p, Schedule eps)
    implements GradientTransform, OverExtent {
  /** The name in text. */
  public static final String NAME = "clip-grad-norm";

  /** PyTorch's eps. */
  public static final double EPS = 1e-6;

  /** What the bound is called as a setting. */
  public static final String MAX_NORM = "max-norm";

  /** Checks the numbers. */
  public ClipGradNorm {
    maxNorm = Require.fading(Range.above(0), NAME + ": " + MAX_NORM, maxNorm);
    Require.in(Range.atLeastOrInfinite(1), NAME + ": p", p);
    eps = Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** The L2 norm, with PyTorch's eps. */
  public ClipGradNorm(double maxNorm, Extent extent) {
    this(Schedule.constant(maxNorm), extent, 2, Schedule.fixed(EPS));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients bound = gradients.scalar(maxNorm.in(step, MAX_NORM));
    return gradients.within(extent, g -> clip(g, bound, step));
  }

  private Gradients clip(Gradients gradients, Gradients bound, StepContext step) {
    Gradients norm = gradients.norm(p);
    Gradients longer = norm.plus(eps.in(step, "eps"));
    if (!Shorten.perElement(norm)) {
      step.report("norm", norm);
      step.report("acted", bound.lessThan(longer));
    }
    return gradients.times(bound.dividedBy(longer).minimum(1));
  }
}
