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
 * g·c/max(‖g‖/n, c) over each group of the extent, n being the number of its elements. Source:
 * TensorFlow's {@code clip_by_average_norm}, DL4J's {@code ClipByAvgNorm}.
 *
 * <p>Reports {@code norm}, which is ‖g‖/n before clipping, and {@code acted}, 1 where it was above
 * c; both per group, and neither for {@link Extent#ELEMENT}.
 *
 * @param maxNorm c, above 0; a schedule may end at 0
 * @param extent what each norm is taken over
 */
public record ClipByAverageNorm(Schedule maxNorm, Extent extent)
    implements GradientTransform, OverExtent {
  /** The name in text. */
  public static final String NAME = "clip-by-average-norm";

  /** What the bound is called as a setting. */
  public static final String MAX_NORM = "max-norm";

  /** Checks the bound. */
  public ClipByAverageNorm {
    maxNorm = Require.fading(Range.above(0), NAME + ": " + MAX_NORM, maxNorm);
  }

  /** Always the same bound, which is a setting. */
  public ClipByAverageNorm(double maxNorm, Extent extent) {
    this(Schedule.constant(maxNorm), extent);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients bound = gradients.scalar(maxNorm.in(step, MAX_NORM));
    return gradients.within(
        extent, g -> Shorten.toBound(g, g.norm().dividedBy(g.sizes()), bound, step));
  }
}
