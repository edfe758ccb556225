package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * g·c/max(RMS(g), c) over each group of the extent, with RMS(g) = √(Σg²/n) over its n elements: a
 * bound that does not grow with the size of a parameter. After an optimiser this is the update
 * clipping of Adafactor. Source: Optax's {@code clip_by_block_rms}, whose blocks are parameters.
 *
 * <p>Reports {@code norm}, the root mean square before clipping, and {@code acted}, 1 where it was
 * above c; both per group, and neither for {@link Extent#ELEMENT}.
 *
 * @param maxRms c, above 0
 * @param extent what each mean is taken over
 */
public record ClipByRms(double maxRms, Extent extent) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "clip-by-rms";

  /** Checks the bound. */
  public ClipByRms {
    Require.in(Range.above(0), NAME + ": max-rms", maxRms);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return extent == Extent.ELEMENT
        ? gradients.maximum(-maxRms).minimum(maxRms)
        : gradients.within(extent, g -> clip(g, step));
  }

  private Gradients clip(Gradients gradients, StepContext step) {
    Gradients rms = gradients.rms();
    Gradients bound = gradients.scalar(gradients.value().graph().scalar(maxRms));
    Told.above(step, rms, bound);
    return gradients.times(bound.dividedBy(rms.maximum(maxRms)));
  }
}
