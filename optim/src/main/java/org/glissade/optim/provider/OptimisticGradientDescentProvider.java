package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.OptimisticGradientDescent;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link OptimisticGradientDescent}. */
public final class OptimisticGradientDescentProvider extends Offer {
  private static final Setting<CallText> ALPHA =
      Scheduled.fixed("alpha", Range.above(0), OptimisticGradientDescent.ALPHA, "Weight of g.");
  private static final Setting<CallText> BETA =
      Scheduled.fixed(
          "beta", Range.atLeast(0), OptimisticGradientDescent.BETA, "Weight of its change.");

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
        Rates.of(settings), Scheduled.of(ALPHA, settings), Scheduled.of(BETA, settings));
  }
}
