package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.SkipSpikes;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link SkipSpikes}. */
public final class SkipSpikesProvider extends Offer {
  private static final Setting<CallText> SIGMA =
      Scheduled.fixed(
          "sigma",
          Range.above(0),
          SkipSpikes.SIGMA,
          "How many spreads above the centre are no spike.");
  private static final Setting<SkipSpikes.Watched> WATCHED =
      Setting.choice("watched", SkipSpikes.Watched.class, "Whose spikes are skipped.")
          .orElse(SkipSpikes.Watched.NORM);
  private static final Setting<SkipSpikes.By> BY =
      Setting.choice("by", SkipSpikes.By.class, "What centre and spread are.")
          .orElse(SkipSpikes.By.MEAN);
  private static final Setting<Integer> WINDOW =
      Setting.integer("window", Range.closed(2, 1000), "How many numbers are kept.")
          .orElse(SkipSpikes.WINDOW);
  private static final Setting<Integer> WARMUP =
      Setting.integer(
              "warmup", Range.closed(2, 1000), "After how many of them it begins; at most window.")
          .orElse(SkipSpikes.WARMUP);

  /** Made by the service loader. */
  public SkipSpikesProvider() {
    super(
        SkipSpikes.NAME,
        "skips steps whose loss or norm is a spike among the last ones",
        Set.of(Trait.WRAPPER, Trait.STATEFUL, Trait.NEEDS_LOSS),
        SIGMA,
        WATCHED,
        BY,
        WINDOW,
        WARMUP);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new SkipSpikes(
        Scheduled.of(SIGMA, settings),
        settings.get(WATCHED),
        settings.get(BY),
        settings.get(WINDOW),
        settings.get(WARMUP));
  }
}
