package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Cocob;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Cocob}. */
public final class CocobProvider extends Offer {
  private static final Setting<CallText> ALPHA =
      Scheduled.fixed("alpha", Range.above(0), Cocob.ALPHA, "How small the first bets are.");
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "What L begins with.").orElse(Cocob.EPS);

  /** Made by the service loader. */
  public CocobProvider() {
    super(
        Cocob.NAME,
        "betting on the sign of each gradient: no rate at all",
        Set.of(Trait.ELEMENT_WISE, Trait.NEEDS_VALUES, Trait.STATEFUL),
        ALPHA,
        EPS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Cocob(Scheduled.of(ALPHA, settings), settings.get(EPS));
  }
}
