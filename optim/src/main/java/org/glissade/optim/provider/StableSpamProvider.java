package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Moments;
import org.glissade.optim.clip.AdaptiveNorm;
import org.glissade.optim.clip.ClipByRunningMax;
import org.glissade.optim.optimizer.StableSpam;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link StableSpam}. */
public final class StableSpamProvider extends Offer {
  private static final MomentSettings MOMENTS =
      MomentSettings.of(
          Moments.USUAL,
          "Decay of the mean of g.",
          "Decay of the mean of g².",
          "Added to each root.");
  private static final Setting<Double> GAMMA1 =
      Setting.number("gamma1", Range.closedOpen(0, 1), "Decay of the mean of norms.")
          .orElse(AdaptiveNorm.B1);
  private static final Setting<Double> GAMMA2 =
      Setting.number("gamma2", Range.closedOpen(0, 1), "Decay of the mean of squared norms.")
          .orElse(AdaptiveNorm.B2);
  private static final Setting<Double> THETA =
      Setting.number("theta", Range.closedOpen(0, 1), "Decay of the mean of the largest |g|.")
          .orElse(ClipByRunningMax.DECAY);
  private static final Setting<Integer> EVERY =
      Setting.integer("every", Range.atLeast(2), "How many steps m and v live.")
          .orElse(StableSpam.EVERY);

  /** Made by the service loader. */
  public StableSpamProvider() {
    super(
        StableSpam.NAME,
        "clip-by-running-max, adaptive-norm, then Adam that begins anew",
        Set.of(Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        GAMMA1,
        GAMMA2,
        THETA,
        EVERY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new StableSpam(
        Rates.of(settings),
        MOMENTS.of(settings),
        settings.get(GAMMA1),
        settings.get(GAMMA2),
        settings.get(THETA),
        settings.get(EVERY));
  }
}
