package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Moments;
import org.glissade.optim.clip.AdaptiveNorm;
import org.glissade.optim.clip.ClipByRunningMax;
import org.glissade.optim.optimizer.StableSpam;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link StableSpam}. */
public final class StableSpamProvider extends Offer {
  private static final MomentSettings MOMENTS =
      MomentSettings.of(
          Moments.USUAL,
          "Decay of the mean of g.",
          "Decay of the mean of g².",
          "Added to each root.");
  private static final Setting<CallText> GAMMA1 =
      Scheduled.fixed(
          "gamma1", Range.closedOpen(0, 1), AdaptiveNorm.B1, "Decay of the mean of norms.");
  private static final Setting<CallText> GAMMA2 =
      Scheduled.fixed(
          "gamma2", Range.closedOpen(0, 1), AdaptiveNorm.B2, "Decay of the mean of squared norms.");
  private static final Setting<CallText> THETA =
      Scheduled.fixed(
          "theta",
          Range.closedOpen(0, 1),
          ClipByRunningMax.DECAY,
          "Decay of the mean of the largest |g|.");
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
        Scheduled.of(GAMMA1, settings),
        Scheduled.of(GAMMA2, settings),
        Scheduled.of(THETA, settings),
        settings.get(EVERY));
  }
}
