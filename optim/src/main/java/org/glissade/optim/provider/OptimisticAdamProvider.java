package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Moments;
import org.glissade.optim.optimizer.OptimisticAdam;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link OptimisticAdam}. */
public final class OptimisticAdamProvider extends Offer {
  private static final MomentSettings MOMENTS = MomentSettings.of(Moments.USUAL);
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
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        ALPHA,
        BETA);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new OptimisticAdam(
        Rates.of(settings), MOMENTS.of(settings), settings.get(ALPHA), settings.get(BETA));
  }
}
