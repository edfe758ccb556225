package org.glissade.optim.clip;

import java.util.List;
import org.glissade.optim.ClipByNorm;
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
public record GlobalThenLayer(double global, double layer) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "global-then-layer";

  /** Checks the bounds. */
  public GlobalThenLayer {
    Presets.check(NAME, "layer", layer, "global", global);
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
