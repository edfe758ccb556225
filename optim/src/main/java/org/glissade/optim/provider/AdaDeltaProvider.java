package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.AdaDelta;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaDelta}. */
public final class AdaDeltaProvider extends Offer {
  private static final Setting<Double> RHO =
      Setting.number("rho", Range.closedOpen(0, 1), "Decay of the means.").orElse(AdaDelta.RHO);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(AdaDelta.EPS);

  /** Made by the service loader. */
  public AdaDeltaProvider() {
    super(
        AdaDelta.NAME,
        "rate·g·√(x + eps)/√(v + eps), x and v means of squared updates and g²",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        RHO,
        EPS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdaDelta(Rates.of(settings), settings.get(RHO), settings.get(EPS));
  }
}
