package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.PolyakSgd;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link PolyakSgd}. */
public final class PolyakSgdProvider extends Offer {
  private static final Setting<Double> MAX_RATE =
      Setting.number("max-rate", Range.above(0), "The largest step size.")
          .orElse(PolyakSgd.MAX_RATE);
  private static final Setting<Double> F_MIN =
      Setting.number("f-min", Range.any(), "The least loss that can be reached.")
          .orElse(PolyakSgd.F_MIN);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.atLeast(0), "Added to ‖g‖².").orElse(PolyakSgd.EPS);
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
        settings.get(MAX_RATE), settings.get(F_MIN), settings.get(EPS), settings.get(POSITIVE));
  }
}
