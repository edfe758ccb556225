package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.ClipByRms;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link ClipByRms}. */
public final class ClipByRmsProvider extends Offer {
  private static final Setting<CallText> MAX_RMS =
      Scheduled.number(
          ClipByRms.MAX_RMS,
          Range.above(0),
          "The largest root mean square that passes unchanged, c.");

  /** Made by the service loader. */
  public ClipByRmsProvider() {
    super(
        ClipByRms.NAME,
        "g·c/max(RMS(g), c): shortens what has a root mean square above c",
        Set.of(Trait.IDEMPOTENT, Trait.ZERO_PRESERVING, Trait.DIRECTION_KEEPING, Trait.SHORTENING),
        MAX_RMS,
        Norms.EXTENT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new ClipByRms(Scheduled.of(MAX_RMS, settings), settings.get(Norms.EXTENT));
  }
}
