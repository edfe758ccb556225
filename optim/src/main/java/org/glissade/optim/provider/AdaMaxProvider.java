package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Moments;
import org.glissade.optim.Schedule;
import org.glissade.optim.optimizer.AdaMax;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaMax}. */
public final class AdaMaxProvider extends Offer {
  private static final MomentSettings MOMENTS =
      MomentSettings.of(
          Moments.USUAL,
          "Decay of the mean of g.",
          "How fast the largest |g| fades.",
          "Added to |g|.");
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
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdaMax(
        Rates.of(settings), MOMENTS.of(settings), Schedule.constant(0), settings.get(DIALECT));
  }
}
