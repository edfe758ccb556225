package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Dowg;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Dowg}. */
public final class DowgProvider extends Offer {
  private static final Setting<Double> INITIAL =
      Setting.number("initial", Range.above(0), "The first squared distance.").orElse(Dowg.INITIAL);
  private static final Setting<CallText> EPS =
      Scheduled.fixed("eps", Range.above(0), Dowg.EPS, "Added to the root.");

  /** Made by the service loader. */
  public DowgProvider() {
    super(
        Dowg.NAME,
        "rate·g·r²/(√(∑ r²·‖g‖²) + eps), r the longest way from the start",
        Set.of(Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.ONE,
        INITIAL,
        EPS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Dowg(
        Scheduled.of(Rates.ONE, settings), settings.get(INITIAL), Scheduled.of(EPS, settings));
  }
}
