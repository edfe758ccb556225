package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Moments;
import org.glissade.optim.optimizer.AdaMax;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaMax} as adamaxw. */
public final class AdaMaxWProvider extends Offer {
  private static final MomentSettings MOMENTS =
      MomentSettings.of(
          Moments.USUAL,
          "Decay of the mean of g.",
          "How fast the largest |g| fades.",
          "Added to |g|.");
  private static final Setting<CallText> DECAY = Rates.decay(0.0001);
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
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        DECAY,
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdaMax(
        Rates.of(settings),
        MOMENTS.of(settings),
        Scheduled.of(DECAY, settings),
        settings.get(DIALECT));
  }
}
