package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Lookahead;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Lookahead}. */
public final class LookaheadProvider extends Offer {
  private static final Setting<Integer> EVERY =
      Setting.integer("every", Range.atLeast(1), "After how many updates the slow weights follow.")
          .orElse(Lookahead.EVERY);
  private static final Setting<CallText> SHARE =
      Scheduled.number(
          Lookahead.SHARE, Range.openClosed(0, 1), Lookahead.USUAL, "How far they follow.");
  private static final Setting<Boolean> RESET =
      Setting.flag("reset", "Whether the rest of the chain forgets all then.").orElse(false);

  /** Made by the service loader. */
  public LookaheadProvider() {
    super(
        Lookahead.NAME,
        "slow weights that follow now and then, and with which to evaluate",
        Set.of(Trait.WRAPPER, Trait.STATEFUL, Trait.NEEDS_VALUES),
        EVERY,
        SHARE,
        RESET);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Lookahead(settings.get(EVERY), Scheduled.of(SHARE, settings), settings.get(RESET));
  }
}
