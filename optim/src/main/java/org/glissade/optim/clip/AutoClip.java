package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * g·c/max(‖g‖, c) over each group of the extent, c being a percentile of the last norms, that of
 * this step among them. Source: AutoClip (Seetharaman et al., arXiv:2007.14469), which keeps all
 * norms of a run; within the first {@code window} steps the two are equal, but for the 10⁻⁶ of
 * PyTorch's clip.
 *
 * <p>Reports {@code norm}, the norm before clipping, and {@code acted}, 1 where it was above c, per
 * group. Keeps {@code norms} in float.
 *
 * @param percentile above 0, at most 100
 * @param extent what each norm is taken over; not element
 * @param window how many norms are kept, 2 to 1000
 */
public record AutoClip(Schedule percentile, Extent extent, int window)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "auto-clip";

  /** The percentile of the paper. */
  public static final double PERCENTILE = 10;

  /** The usual window. */
  public static final int WINDOW = 100;

  /** Checks the numbers. */
  public AutoClip {
    percentile = Require.in(Range.openClosed(0, 100), NAME + ": percentile", percentile);
    Thresholds.groups(NAME, extent);
    Thresholds.window(NAME, window);
  }

  /** The usual window. */
  public AutoClip(double percentile, Extent extent) {
    this(Schedule.fixed(percentile), extent, WINDOW);
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
    Window norms = Window.of(step, "norms", gradients.norm(), window);
    Tensor share = percentile.in(step, "percentile").dividedBy(100);
    Gradients bound = norms.after().quantile(share);
    return Shorten.toBound(gradients, norms.newest(), bound, step);
  }
}
