package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Moments;
import org.glissade.optim.optimizer.AdEmaMix;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdEmaMix}. */
public final class AdEmaMixProvider extends Offer {
  private static final MomentSettings MOMENTS = MomentSettings.of(Moments.USUAL);
  private static final Setting<CallText> B3 =
      Scheduled.fixed("b3", Range.closedOpen(0, 1), AdEmaMix.B3, "Decay of the slow mean of g.");
  private static final Setting<CallText> ALPHA =
      Scheduled.fixed("alpha", Range.atLeast(0), AdEmaMix.ALPHA, "Weight of the slow mean.");

  /** Made by the service loader. */
  public AdEmaMixProvider() {
    super(
        AdEmaMix.NAME,
        "rate·(m̂ + alpha·slow)/(√v̂ + eps): Adam with a second, slow mean of g",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        B3,
        ALPHA,
        MOMENTS.eps());
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdEmaMix(
        Rates.of(settings),
        MOMENTS.of(settings),
        Scheduled.of(B3, settings),
        Scheduled.of(ALPHA, settings));
  }
}
