package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.SimplifiedAdEmaMix;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link SimplifiedAdEmaMix}. */
public final class SimplifiedAdEmaMixProvider extends Offer {
  private static final MomentSettings MOMENTS =
      MomentSettings.of(
          SimplifiedAdEmaMix.USUAL,
          "What is kept of m in each step.",
          "Decay of the mean of g².",
          "Added to the root.");
  private static final Setting<CallText> ALPHA =
      Scheduled.fixed("alpha", Range.atLeast(0), SimplifiedAdEmaMix.ALPHA, "Weight of g beside m.");

  /** Made by the service loader. */
  public SimplifiedAdEmaMixProvider() {
    super(
        SimplifiedAdEmaMix.NAME,
        "rate·(m + alpha·g)/(√v̂ + eps) with m = g + b1·m",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        ALPHA,
        MOMENTS.eps());
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new SimplifiedAdEmaMix(
        Rates.of(settings), MOMENTS.of(settings), Scheduled.of(ALPHA, settings));
  }
}
