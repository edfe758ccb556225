package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.GlobalThenLayer;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link GlobalThenLayer}. */
public final class GlobalThenLayerProvider extends Offer {
  private static final Setting<CallText> GLOBAL =
      Scheduled.number(
          "global", Range.above(0), "The largest norm of all that passes unchanged; above layer.");
  private static final Setting<CallText> LAYER =
      Scheduled.number(
          "layer", Range.above(0), "The largest norm of a layer that passes unchanged.");

  /** Made by the service loader. */
  public GlobalThenLayerProvider() {
    super(
        GlobalThenLayer.NAME,
        "clips the norm of all gradients, then that of each layer",
        Set.of(Trait.IDEMPOTENT, Trait.ZERO_PRESERVING, Trait.SHORTENING),
        GLOBAL,
        LAYER);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new GlobalThenLayer(Scheduled.of(GLOBAL, settings), Scheduled.of(LAYER, settings));
  }
}
