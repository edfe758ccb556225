package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.OptimisticAdam;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link OptimisticAdam}. */
public final class OptimisticAdamProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of g.")
          .orElse(OptimisticAdam.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of g².")
          .orElse(OptimisticAdam.B2);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(OptimisticAdam.EPS);
  private static final Setting<Double> ALPHA =
      Setting.number("alpha", Range.above(0), "Weight of the new direction.")
          .orElse(OptimisticAdam.ALPHA);
  private static final Setting<Double> BETA =
      Setting.number("beta", Range.atLeast(0), "Weight of its change.").orElse(OptimisticAdam.BETA);

  /** Made by the service loader. */
  public OptimisticAdamProvider() {
    super(
        OptimisticAdam.NAME,
        "nadam whose step takes its last one back in part: for games",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        EPS,
        ALPHA,
        BETA);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new OptimisticAdam(
        Rates.of(settings),
        settings.get(B1),
        settings.get(B2),
        settings.get(EPS),
        settings.get(ALPHA),
        settings.get(BETA));
  }
}
