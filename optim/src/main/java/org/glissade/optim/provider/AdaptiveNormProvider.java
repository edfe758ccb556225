package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.AdaptiveNorm;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaptiveNorm}. */
public final class AdaptiveNormProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of ‖g‖.")
          .orElse(AdaptiveNorm.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of ‖g‖².")
          .orElse(AdaptiveNorm.B2);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(AdaptiveNorm.EPS);

  /** Made by the service loader. */
  public AdaptiveNormProvider() {
    super(
        AdaptiveNorm.NAME,
        "g/‖g‖ times Adam of the norms, which stay near 1",
        Set.of(Trait.ZERO_PRESERVING, Trait.STATEFUL),
        Norms.GROUPS,
        B1,
        B2,
        EPS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdaptiveNorm(
        settings.get(B1), settings.get(B2), settings.get(EPS), settings.get(Norms.GROUPS));
  }
}
