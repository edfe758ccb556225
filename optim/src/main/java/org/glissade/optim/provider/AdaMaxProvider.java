package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.AdaMax;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaMax}. */
public final class AdaMaxProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of g.").orElse(AdaMax.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "How fast the largest |g| fades.")
          .orElse(AdaMax.B2);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to |g|.").orElse(AdaMax.EPS);
  private static final Setting<AdaMax.Dialect> DIALECT =
      Setting.choice("dialect", AdaMax.Dialect.class, "Whose numbers.")
          .orElse(AdaMax.Dialect.OPTAX);

  /** Made by the service loader. */
  public AdaMaxProvider() {
    super(
        AdaMax.NAME,
        "rate·m̂/u, u being the largest recent |g|, fading by b2",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        EPS,
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdaMax(
        Rates.of(settings),
        settings.get(B1),
        settings.get(B2),
        settings.get(EPS),
        0,
        settings.get(DIALECT));
  }
}
