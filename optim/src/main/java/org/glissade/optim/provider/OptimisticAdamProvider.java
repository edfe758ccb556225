package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Moments;
import org.glissade.optim.optimizer.OptimisticAdam;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link OptimisticAdam}. */
public final class OptimisticAdamProvider extends Offer {
  private static final MomentSettings MOMENTS = MomentSettings.of(Moments.USUAL);
  private static final Setting<CallText> ALPHA =
      Scheduled.fixed(
          "alpha", Range.above(0), OptimisticAdam.ALPHA, "Weight of the new direction.");
  private static final Setting<CallText> BETA =
      Scheduled.fixed("beta", Range.atLeast(0), OptimisticAdam.BETA, "Weight of its change.");

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
        Rates.of(settings),
        MOMENTS.of(settings),
        Scheduled.of(ALPHA, settings),
        Scheduled.of(BETA, settings));
  }
}
