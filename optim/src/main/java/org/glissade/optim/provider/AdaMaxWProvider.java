package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.AdaMax;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaMax} as adamaxw. */
public final class AdaMaxWProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of g.").orElse(AdaMax.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "How fast the largest |g| fades.")
          .orElse(AdaMax.B2);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to |g|.").orElse(AdaMax.EPS);
  private static final Setting<Double> DECAY =
      Setting.number("decay", Range.atLeast(0), "How much of each parameter is added; 0 for none.")
          .orElse(0.0001);
  private static final Setting<AdaMax.Dialect> DIALECT =
      Setting.choice("dialect", AdaMax.Dialect.class, "Whose numbers.")
          .orElse(AdaMax.Dialect.OPTAX);

  /** Made by the service loader. */
  public AdaMaxWProvider() {
    super(
        "adamaxw",
        "adamax with decoupled weight decay",
        Set.of(Trait.ELEMENT_WISE, Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        EPS,
        DECAY,
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdaMax(
        Rates.of(settings),
        settings.get(B1),
        settings.get(B2),
        settings.get(EPS),
        settings.get(DECAY),
        settings.get(DIALECT));
  }
}
