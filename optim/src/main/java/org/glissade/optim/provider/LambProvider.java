package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Lamb;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Lamb}. */
public final class LambProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of g.").orElse(Lamb.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of g².").orElse(Lamb.B2);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(Lamb.EPS);
  private static final Setting<Double> DECAY =
      Setting.number("decay", Range.atLeast(0), "How much of each parameter is added; 0 for none.")
          .orElse(Lamb.DECAY);

  /** Made by the service loader. */
  public LambProvider() {
    super(
        Lamb.NAME,
        "rate·u·‖p‖/‖u‖ per parameter, u = m̂/(√v̂ + eps) + decay·p",
        Set.of(Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        EPS,
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Lamb(
        Rates.of(settings),
        settings.get(B1),
        settings.get(B2),
        settings.get(EPS),
        settings.get(DECAY));
  }
}
