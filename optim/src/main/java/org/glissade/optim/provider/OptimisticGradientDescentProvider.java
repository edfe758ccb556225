package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.OptimisticGradientDescent;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link OptimisticGradientDescent}. */
public final class OptimisticGradientDescentProvider extends Offer {
  private static final Setting<Double> ALPHA =
      Setting.number("alpha", Range.above(0), "Weight of g.")
          .orElse(OptimisticGradientDescent.ALPHA);
  private static final Setting<Double> BETA =
      Setting.number("beta", Range.atLeast(0), "Weight of its change.")
          .orElse(OptimisticGradientDescent.BETA);

  /** Made by the service loader. */
  public OptimisticGradientDescentProvider() {
    super(
        OptimisticGradientDescent.NAME,
        "rate·((alpha + beta)·g - beta·g of the step before)",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        ALPHA,
        BETA);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new OptimisticGradientDescent(
        Rates.of(settings), settings.get(ALPHA), settings.get(BETA));
  }
}
