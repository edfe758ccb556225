package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.Noise;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Noise}. */
public final class NoiseProvider extends Offer {
  private static final Setting<CallText> ETA =
      Scheduled.number(Noise.ETA, Range.above(0), "The variance in the first step.");
  private static final Setting<CallText> GAMMA =
      Scheduled.fixed("gamma", Range.atLeast(0), Noise.GAMMA, "How fast it falls; 0 keeps it.");

  /** Made by the service loader. */
  public NoiseProvider() {
    super(
        Noise.NAME,
        "g plus normal noise of variance eta/(1 + t)^gamma",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        ETA,
        GAMMA);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Noise(Scheduled.of(ETA, settings), Scheduled.of(GAMMA, settings));
  }
}
