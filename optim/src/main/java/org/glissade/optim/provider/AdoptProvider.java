package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Adopt;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Adopt}. */
public final class AdoptProvider extends Offer {
  private static final MomentSettings MOMENTS =
      MomentSettings.of(
          Adopt.USUAL,
          "Decay of the mean of g.",
          "Decay of the mean of g².",
          "What the root is at least.");

  /** Made by the service loader. */
  public AdoptProvider() {
    super(
        Adopt.NAME,
        "Adam that divides by the v of the step before, and clips to t^¼",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps());
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Adopt(Rates.of(settings), MOMENTS.of(settings));
  }
}
