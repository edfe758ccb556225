package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Momo;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Momo}. */
public final class MomoProvider extends Offer {
  private static final Setting<Double> BETA =
      Setting.number("beta", Range.closedOpen(0, 1), "Decay of the means.").orElse(Momo.BETA);
  private static final Setting<Double> BOUND =
      Setting.number("bound", Range.any(), "The least loss that can be reached.")
          .orElse(Momo.BOUND);
  private static final Setting<Double> DECAY =
      Setting.number("decay", Range.atLeast(0), "How much of each parameter is added; 0 for none.")
          .orElse(Momo.DECAY);

  /** Made by the service loader. */
  public MomoProvider() {
    super(
        Momo.NAME,
        "momentum whose step size comes from the loss, at most rate",
        Set.of(Trait.NEEDS_VALUES, Trait.NEEDS_LOSS, Trait.STATEFUL),
        Rates.ONE,
        BETA,
        BOUND,
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Momo(
        Scheduled.of(Rates.ONE, settings),
        settings.get(BETA),
        settings.get(BOUND),
        settings.get(DECAY));
  }
}
