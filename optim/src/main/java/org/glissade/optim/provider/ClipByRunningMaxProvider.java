package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.ClipByRunningMax;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link ClipByRunningMax}. */
public final class ClipByRunningMaxProvider extends Offer {
  private static final Setting<CallText> DECAY =
      Scheduled.fixed(
          "decay",
          Range.closedOpen(0, 1),
          ClipByRunningMax.DECAY,
          "What the running mean keeps in each step.");

  /** Made by the service loader. */
  public ClipByRunningMaxProvider() {
    super(
        ClipByRunningMax.NAME,
        "scales elements above the running mean of the largest |g| down to it",
        Set.of(Trait.ZERO_PRESERVING, Trait.STATEFUL),
        Norms.GROUPS,
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new ClipByRunningMax(Scheduled.of(DECAY, settings), settings.get(Norms.GROUPS));
  }
}
