package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * g·c/max(‖g‖, c) over each group of the extent: a gradient of norm up to c passes unchanged, a
 * longer one keeps its direction and gets norm c. A zero gradient stays zero. Source: TensorFlow's
 * {@code clip_by_norm}; PyTorch divides by ‖g‖ + 10⁻⁶ instead and ends slightly below c.
 *
 * <p>Reports {@code norm}, the norm before clipping, and {@code acted}, 1 where it was above c;
 * both per group, and neither for {@link Extent#ELEMENT}.
 *
 * @param maxNorm c, above 0; a schedule may end at 0
 * @param extent what each norm is taken over
 */
public record ClipByNorm(Schedule maxNorm, Extent extent) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "clip-by-norm";

  /** What the bound is called as a setting. */
  public static final String MAX_NORM = "max-norm";

  /** Checks the bound. */
  public ClipByNorm {
    Require.fading(Range.above(0), NAME + ": " + MAX_NORM, maxNorm);
  }

  /** Always the same bound, which is a setting. */
  public ClipByNorm(double maxNorm, Extent extent) {
    this(Schedule.constant(maxNorm), extent);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients bound = gradients.scalar(maxNorm.in(step, MAX_NORM));
    return extent == Extent.ELEMENT
        ? gradients.maximum(bound.negate()).minimum(bound)
        : gradients.within(extent, g -> clip(g, bound, step));
  }

  private static Gradients clip(Gradients gradients, Gradients bound, StepContext step) {
    Gradients norm = gradients.norm();
    step.report("norm", norm);
    step.report("acted", bound.lessThan(norm));
    Gradients longest = norm.maximum(bound).maximum(Double.MIN_VALUE);
    return gradients.times(bound.dividedBy(longest));
  }
}
