package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.MadClip;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link MadClip}. */
public final class MadClipProvider extends Offer {
  private static final Setting<CallText> Z =
      Scheduled.fixed("z", Range.above(0), "How many deviations above the median pass unchanged.");
  private static final Setting<Integer> WINDOW =
      Setting.integer("window", Range.closed(2, 1000), "How many norms are kept.")
          .orElse(MadClip.WINDOW);
  private static final Setting<Integer> WARMUP =
      Setting.integer(
              "warmup", Range.closed(2, 1000), "After how many norms it begins; at most window.")
          .orElse(MadClip.WARMUP);

  /** Made by the service loader. */
  public MadClipProvider() {
    super(
        MadClip.NAME,
        "clips to the median of the last norms and z deviations, robust to spikes",
        Set.of(Trait.ZERO_PRESERVING, Trait.STATEFUL, Trait.DIRECTION_KEEPING, Trait.SHORTENING),
        Z,
        Norms.GROUPS,
        WINDOW,
        WARMUP);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new MadClip(
        Scheduled.of(Z, settings),
        settings.get(Norms.GROUPS),
        settings.get(WINDOW),
        settings.get(WARMUP));
  }
}
