package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Fromage;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Fromage}. */
public final class FromageProvider extends Offer {
  private static final Setting<CallText> MIN_NORM =
      Scheduled.fixed("min-norm", Range.above(0), Fromage.MIN_NORM, "What each norm is at least.");

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
    return new Fromage(Rates.of(settings), Scheduled.of(MIN_NORM, settings));
  }
}
