package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.AdaptiveNorm;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaptiveNorm}. */
public final class AdaptiveNormProvider extends Offer {
  private static final MomentSettings MOMENTS =
      MomentSettings.of(
          AdaptiveNorm.USUAL,
          "Decay of the mean of ‖g‖.",
          "Decay of the mean of ‖g‖².",
          "Added to the root.");

  /** Made by the service loader. */
  public AdaptiveNormProvider() {
    super(
        AdaptiveNorm.NAME,
        "g/‖g‖ times Adam of the norms, which stay near 1",
        Set.of(Trait.ZERO_PRESERVING, Trait.STATEFUL),
        Norms.GROUPS,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps());
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdaptiveNorm(MOMENTS.of(settings), settings.get(Norms.GROUPS));
  }
}
