package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.NoisySgd;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link NoisySgd}. */
public final class NoisySgdProvider extends Offer {
  private static final Setting<Double> ETA =
      Setting.number("eta", Range.above(0), "Variance of the noise in the first step.")
          .orElse(NoisySgd.ETA);
  private static final Setting<Double> GAMMA =
      Setting.number("gamma", Range.atLeast(0), "How fast the variance falls.")
          .orElse(NoisySgd.GAMMA);

  /** Made by the service loader. */
  public NoisySgdProvider() {
    super(
        NoisySgd.NAME,
        "rate·(g + noise), the noise fading as eta/t^gamma",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        ETA,
        GAMMA);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new NoisySgd(Rates.of(settings), settings.get(ETA), settings.get(GAMMA));
  }
}
