package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.PolyakSgd;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link PolyakSgd}. */
public final class PolyakSgdProvider extends Offer {
  private static final Setting<CallText> MAX_RATE =
      Scheduled.fixed("max-rate", Range.above(0), PolyakSgd.MAX_RATE, "The largest step size.");
  private static final Setting<CallText> F_MIN =
      Scheduled.fixed("f-min", Range.any(), PolyakSgd.F_MIN, "The least loss that can be reached.");
  private static final Setting<CallText> EPS =
      Scheduled.fixed("eps", Range.atLeast(0), PolyakSgd.EPS, "Added to ‖g‖².");
  private static final Setting<Boolean> POSITIVE =
      Setting.flag("positive", "Whether a loss below f-min gives 0, not a step upwards.")
          .orElse(false);

  /** Made by the service loader. */
  public PolyakSgdProvider() {
    super(
        PolyakSgd.NAME,
        "g·min((loss - f-min)/(‖g‖² + eps), max-rate)",
        Set.of(Trait.ZERO_PRESERVING, Trait.NEEDS_LOSS),
        MAX_RATE,
        F_MIN,
        EPS,
        POSITIVE);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new PolyakSgd(
        Scheduled.of(MAX_RATE, settings),
        Scheduled.of(F_MIN, settings),
        Scheduled.of(EPS, settings),
        settings.get(POSITIVE));
  }
}
