package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.AutoClip;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link AutoClip}. */
public final class AutoClipProvider extends Offer {
  private static final Setting<CallText> PERCENTILE =
      Scheduled.fixed(
          "percentile",
          Range.openClosed(0, 100),
          "Which of the last norms is the bound; 10 is usual.");
  private static final Setting<Integer> WINDOW =
      Setting.integer("window", Range.closed(2, 1000), "How many norms are kept.")
          .orElse(AutoClip.WINDOW);

  /** Made by the service loader. */
  public AutoClipProvider() {
    super(
        AutoClip.NAME,
        "clips to a percentile of the last norms",
        Set.of(Trait.ZERO_PRESERVING, Trait.STATEFUL, Trait.DIRECTION_KEEPING, Trait.SHORTENING),
        PERCENTILE,
        Norms.GROUPS,
        WINDOW);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AutoClip(
        Scheduled.of(PERCENTILE, settings), settings.get(Norms.GROUPS), settings.get(WINDOW));
  }
}
