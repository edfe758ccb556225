package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.NoisySgd;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link NoisySgd}. */
public final class NoisySgdProvider extends Offer {
  private static final Setting<CallText> ETA =
      Scheduled.number(
          "eta", Range.above(0), NoisySgd.ETA, "Variance of the noise in the first step.");
  private static final Setting<CallText> GAMMA =
      Scheduled.fixed("gamma", Range.atLeast(0), NoisySgd.GAMMA, "How fast the variance falls.");

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
    return new NoisySgd(
        Rates.of(settings), Scheduled.of(ETA, settings), Scheduled.of(GAMMA, settings));
  }
}
