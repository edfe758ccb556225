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
 * g·c/max(RMS(g), c) over each group of the extent, with RMS(g) = √(Σg²/n) over its n elements: a
 * bound that does not grow with the size of a parameter. After an optimiser this is the update
 * clipping of Adafactor. Source: Optax's {@code clip_by_block_rms}, whose blocks are parameters.
 *
 * <p>Reports {@code norm}, the root mean square before clipping, and {@code acted}, 1 where it was
 * above c; both per group, and neither for {@link Extent#ELEMENT}.
 *
 * @param maxRms c, above 0; a schedule may end at 0
 * @param extent what each mean is taken over
 */
public record ClipByRms(Schedule maxRms, Extent extent) implements GradientTransform, OverExtent {
  /** The name in text. */
  public static final String NAME = "clip-by-rms";

  /** What the bound is called as a setting. */
  public static final String MAX_RMS = "max-rms";

  /** Checks the bound. */
  public ClipByRms {
    maxRms = Require.fading(Range.above(0), NAME + ": " + MAX_RMS, maxRms);
  }

  /** Always the same bound, which is a setting. */
  public ClipByRms(double maxRms, Extent extent) {
    this(Schedule.constant(maxRms), extent);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients bound = gradients.scalar(maxRms.in(step, MAX_RMS));
    return gradients.within(extent, g -> Shorten.toBound(g, g.rms(), bound, step));
  }
}
