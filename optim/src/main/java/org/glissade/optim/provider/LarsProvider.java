package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Lars;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Lars}. */
public final class LarsProvider extends Offer {
  private static final Setting<CallText> MOMENTUM =
      Scheduled.fixed("momentum", Range.open(0, 1), Lars.MOMENTUM, "Decay of the momentum.");
  private static final Setting<CallText> DECAY = Rates.decay(0);
  private static final Setting<CallText> TRUST =
      Scheduled.fixed(
          "trust", Range.above(0), Lars.TRUST, "Length of a step over that of the parameter.");

  /** Made by the service loader. */
  public LarsProvider() {
    super(
        Lars.NAME,
        "momentum of rate·trust·(g + decay·p)·‖p‖/‖g + decay·p‖ per parameter",
        Set.of(Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        MOMENTUM,
        DECAY,
        TRUST);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Lars(
        Rates.of(settings),
        Scheduled.of(MOMENTUM, settings),
        Scheduled.of(DECAY, settings),
        Scheduled.of(TRUST, settings));
  }
}
