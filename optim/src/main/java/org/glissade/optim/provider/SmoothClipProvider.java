package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.SmoothClip;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link SmoothClip}. */
public final class SmoothClipProvider extends Offer {
  private static final Setting<CallText> GAMMA =
      Scheduled.number(SmoothClip.GAMMA, Range.above(0), "What every norm stays below.");

  /** Made by the service loader. */
  public SmoothClipProvider() {
    super(
        SmoothClip.NAME,
        "g·gamma/(‖g‖ + gamma): shortens smoothly, to less than gamma",
        Set.of(Trait.ZERO_PRESERVING, Trait.DIRECTION_KEEPING, Trait.SHORTENING),
        GAMMA,
        Norms.EXTENT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new SmoothClip(Scheduled.of(GAMMA, settings), settings.get(Norms.EXTENT));
  }
}
