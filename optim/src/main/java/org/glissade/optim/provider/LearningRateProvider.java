package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.LearningRate;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link LearningRate}. */
public final class LearningRateProvider extends Offer {
  /** Made by the service loader. */
  public LearningRateProvider() {
    super(
        LearningRate.NAME,
        "rate(t)·g, t being the updates before: a number or a schedule",
        Set.of(Trait.SCALE_EQUIVARIANT, Trait.ZERO_PRESERVING, Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new LearningRate(Rates.of(settings));
  }
}
