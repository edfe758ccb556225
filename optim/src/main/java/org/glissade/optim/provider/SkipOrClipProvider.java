package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.SkipOrClip;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link SkipOrClip}. */
public final class SkipOrClipProvider extends Offer {
  private static final Setting<CallText> SKIP =
      Scheduled.number("skip", Range.above(0), "From where on a step is skipped; above clip.");
  private static final Setting<CallText> CLIP =
      Scheduled.number("clip", Range.above(0), "The largest norm that passes unchanged.");

  /** Made by the service loader. */
  public SkipOrClipProvider() {
    super(
        SkipOrClip.NAME,
        "skips steps whose norm is not below skip, and clips the others to clip",
        Set.of(Trait.WRAPPER, Trait.STATEFUL),
        SKIP,
        CLIP);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new SkipOrClip(Scheduled.of(SKIP, settings), Scheduled.of(CLIP, settings));
  }
}
