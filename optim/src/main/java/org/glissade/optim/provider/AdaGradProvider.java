package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.AdaGrad;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaGrad}. */
public final class AdaGradProvider extends Offer {
  private static final Setting<Double> INITIAL =
      Setting.number("initial", Range.atLeast(0), "What the sum begins with.")
          .orElse(AdaGrad.INITIAL);
  private static final Setting<CallText> EPS =
      Scheduled.fixed("eps", Range.above(0), AdaGrad.EPS, "Added to the root.");
  private static final Setting<AdaGrad.Dialect> DIALECT =
      Setting.choice("dialect", AdaGrad.Dialect.class, "Whose numbers.")
          .orElse(AdaGrad.Dialect.OPTAX);

  /** Made by the service loader. */
  public AdaGradProvider() {
    super(
        AdaGrad.NAME,
        "rate·g/√(S + eps), S being the sum of all g²",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        INITIAL,
        EPS,
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdaGrad(
        Rates.of(settings),
        settings.get(INITIAL),
        Scheduled.of(EPS, settings),
        settings.get(DIALECT));
  }
}
