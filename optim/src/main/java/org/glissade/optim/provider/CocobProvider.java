package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Cocob;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Cocob}. */
public final class CocobProvider extends Offer {
  private static final Setting<Double> ALPHA =
      Setting.number("alpha", Range.above(0), "How small the first bets are.").orElse(Cocob.ALPHA);
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
    return new Cocob(settings.get(ALPHA), settings.get(EPS));
  }
}
