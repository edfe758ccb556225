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
 * @param maxNorm c, above 0
 * @param extent what each norm is taken over
 */
public record ClipByNorm(double maxNorm, Extent extent) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "clip-by-norm";

  /** Checks the bound. */
  public ClipByNorm {
    Require.in(Range.above(0), NAME + ": max-norm", maxNorm);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return extent == Extent.ELEMENT
        ? gradients.maximum(-maxNorm).minimum(maxNorm)
        : gradients.within(extent, g -> clip(g, step));
  }

  private Gradients clip(Gradients gradients, StepContext step) {
    Gradients norm = gradients.norm();
    Gradients bound = gradients.scalar(gradients.value().graph().scalar(maxNorm));
    step.report("norm", norm);
    step.report("acted", bound.lessThan(norm));
    return gradients.times(bound.dividedBy(norm.maximum(maxNorm)));
  }
}
