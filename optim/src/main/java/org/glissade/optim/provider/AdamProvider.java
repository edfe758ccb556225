package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Adam;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Adam}. */
public final class AdamProvider extends Offer {
  static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of g.").orElse(Adam.B1);
  static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of g².").orElse(Adam.B2);
  static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(Adam.EPS);

  /** Made by the service loader. */
  public AdamProvider() {
    super(
        Adam.NAME,
        "rate·m̂/(√v̂ + eps), m and v being running means of g and g²",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        EPS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Adam(Rates.of(settings), settings.get(B1), settings.get(B2), settings.get(EPS));
  }
}
