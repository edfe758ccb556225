package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Asgd;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Asgd}. */
public final class AsgdProvider extends Offer {
  private static final Setting<CallText> LAMBDA =
      Scheduled.fixed(
          "lambda",
          Range.atLeast(0),
          Asgd.LAMBDA,
          "Weight of each parameter, and of the falling of the rate.");
  private static final Setting<CallText> ALPHA =
      Scheduled.fixed("alpha", Range.atLeast(0), Asgd.ALPHA, "How fast the rate falls.");

  /** Made by the service loader. */
  public AsgdProvider() {
    super(
        Asgd.NAME,
        "η·(g + lambda·p) with η = rate/(1 + lambda·rate·(t - 1))^alpha",
        Set.of(Trait.ELEMENT_WISE, Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        LAMBDA,
        ALPHA);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Asgd(
        Rates.of(settings), Scheduled.of(LAMBDA, settings), Scheduled.of(ALPHA, settings));
  }
}
