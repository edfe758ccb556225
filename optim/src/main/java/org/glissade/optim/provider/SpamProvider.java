package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Spam;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Spam}. */
public final class SpamProvider extends Offer {
  private static final MomentSettings MOMENTS = MomentSettings.of(Spam.USUAL);
  private static final Setting<CallText> THRESHOLD =
      Scheduled.fixed("threshold", Range.above(0), Spam.THRESHOLD, "How many times v a g² may be.");
  private static final Setting<Integer> EVERY =
      Setting.integer("every", Range.atLeast(2), "How many steps m and v live.").orElse(Spam.EVERY);
  private static final Setting<Integer> WARMUP =
      Setting.integer(
              "warmup",
              Range.atLeast(0),
              "Within how many steps of a reset the rate rises; below every.")
          .orElse(Spam.WARMUP);
  private static final Setting<Integer> START =
      Setting.integer("start", Range.atLeast(0), "How many steps have no spikes.")
          .orElse(Spam.START);

  /** Made by the service loader. */
  public SpamProvider() {
    super(
        Spam.NAME,
        "Adam that clips spikes to √(threshold·v) and begins anew every so often",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        THRESHOLD,
        EVERY,
        WARMUP,
        START);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Spam(
        Rates.of(settings),
        MOMENTS.of(settings),
        Scheduled.of(THRESHOLD, settings),
        settings.get(EVERY),
        settings.get(WARMUP),
        settings.get(START));
  }
}
