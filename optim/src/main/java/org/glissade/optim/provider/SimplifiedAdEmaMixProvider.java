package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.SimplifiedAdEmaMix;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link SimplifiedAdEmaMix}. */
public final class SimplifiedAdEmaMixProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "What is kept of m in each step.")
          .orElse(SimplifiedAdEmaMix.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of g².")
          .orElse(SimplifiedAdEmaMix.B2);
  private static final Setting<Double> ALPHA =
      Setting.number("alpha", Range.atLeast(0), "Weight of g beside m.")
          .orElse(SimplifiedAdEmaMix.ALPHA);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(SimplifiedAdEmaMix.EPS);

  /** Made by the service loader. */
  public SimplifiedAdEmaMixProvider() {
    super(
        SimplifiedAdEmaMix.NAME,
        "rate·(m + alpha·g)/(√v̂ + eps) with m = g + b1·m",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        ALPHA,
        EPS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new SimplifiedAdEmaMix(
        Rates.of(settings),
        settings.get(B1),
        settings.get(B2),
        settings.get(ALPHA),
        settings.get(EPS));
  }
}
