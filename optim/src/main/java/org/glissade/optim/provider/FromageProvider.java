package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Fromage;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Fromage}. */
public final class FromageProvider extends Offer {
  private static final Setting<Double> MIN_NORM =
      Setting.number("min-norm", Range.above(0), "What each norm is at least.")
          .orElse(Fromage.MIN_NORM);

  /** Made by the service loader. */
  public FromageProvider() {
    super(
        Fromage.NAME,
        "rate·k·g·‖p‖/‖g‖ + (1 - k)·p with k = 1/√(1 + rate²)",
        Set.of(Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        MIN_NORM);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Fromage(Rates.of(settings), settings.get(MIN_NORM));
  }
}
