package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * g·c/max(‖g‖/n, c) over each group of the extent, n being the number of its elements. Source:
 * TensorFlow's {@code clip_by_average_norm}, DL4J's {@code ClipByAvgNorm}.
 *
 * <p>Reports {@code norm}, which is ‖g‖/n before clipping, and {@code acted}, 1 where it was above
 * c; both per group, and neither for {@link Extent#ELEMENT}.
 *
 * @param maxNorm c, above 0
 * @param extent what each norm is taken over
 */
public record ClipByAverageNorm(double maxNorm, Extent extent) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "clip-by-average-norm";

  /** Checks the bound. */
  public ClipByAverageNorm {
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
    Gradients average = gradients.norm().dividedBy(gradients.sizes());
    Gradients bound = gradients.scalar(gradients.value().graph().scalar(maxNorm));
    Told.above(step, average, bound);
    return gradients.times(bound.dividedBy(average.maximum(maxNorm)));
  }
}
