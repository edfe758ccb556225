package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * g·c/max(‖g‖, c) over each group of the extent with c = median + z·1.4826·MAD of the last norms
 * before this one, MAD being the median of their distances from the median. Neither moves much
 * until half of the norms are spikes. All gradients pass until {@code warmup} norms were seen.
 * Source: the robust z-score of Iglewicz and Hoaglin (1993), as Axolotl's gradient guard takes it.
 *
 * <p>Reports {@code norm}, the norm before clipping, and {@code acted}, 1 where it was above c, per
 * group. Keeps {@code norms} in float.
 *
 * @param z how many deviations above the median pass unchanged, above 0
 * @param extent what each norm is taken over; not element
 * @param window how many norms are kept, 2 to 1000
 * @param warmup after how many norms it begins to clip, 2 to window
 */
public record MadClip(Schedule z, Extent extent, int window, int warmup)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "mad-clip";

  /** What a normal distribution's deviation is in medians of distances. */
  static final double NORMAL = 1.4826;

  /** The usual window. */
  public static final int WINDOW = 100;

  /** The usual warm-up. */
  public static final int WARMUP = 20;

  /** Checks the numbers. */
  public MadClip {
    z = Require.in(Range.above(0), NAME + ": z", z);
    Thresholds.groups(NAME, extent);
    Thresholds.window(NAME, window);
    Thresholds.warmup(NAME, warmup, window);
  }

  /** The usual window and warm-up. */
  public MadClip(double z, Extent extent) {
    this(Schedule.fixed(z), extent, WINDOW, WARMUP);
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
    Sample before = norms.before();
    Gradients limit =
        before.median().plus(before.medianDeviation().times(z.in(step, "z").times(NORMAL)));
    Gradients early = gradients.scalar(before.count().lessThan(before.count().like(warmup)));
    Gradients bound = early.select(norms.newest(), limit);
    return Shorten.toBound(gradients, norms.newest(), bound, step);
  }
}
