package org.glissade.optim.clip;

import java.util.List;
import org.glissade.optim.ClipByNorm;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.Link;
import org.glissade.transform.StepContext;

/**
 * Clips the norm of all gradients and then that of each layer: a step stays short, and no layer
 * takes all of it. Its parts {@code global} and {@code layer} report as {@link ClipByNorm} does.
 *
 * @param global the largest norm of all that passes unchanged
 * @param layer the largest norm of a layer that passes unchanged, above 0 and below global: at
 *     global it would never act
 */
public record GlobalThenLayer(Schedule global, Schedule layer) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "global-then-layer";

  /** Checks the bounds. */
  public GlobalThenLayer {
    layer = Require.fading(Range.above(0), NAME + ": layer", layer);
    global = Require.fading(Range.above(0), NAME + ": global", global);
    Require.above(NAME, "layer", layer, "global", global);
  }

  /** Always the same bounds, each of which is a setting. */
  public GlobalThenLayer(double global, double layer) {
    this(Schedule.constant(global), Schedule.constant(layer));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return parts().apply(gradients, step);
  }

  /** What it is made of. */
  public Chain parts() {
    return Chain.of(
        List.of(
            Link.of("global", new ClipByNorm(global, Extent.GLOBAL)),
            Link.of("layer", new ClipByNorm(layer, Extent.LAYER))));
  }
}
