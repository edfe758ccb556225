package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.AutomaticClip;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link AutomaticClip}. */
public final class AutomaticClipProvider extends Offer {
  private static final Setting<CallText> GAMMA =
      Scheduled.fixed("gamma", Range.above(0), "Added to the norm.");
  private static final Setting<CallText> ALPHA =
      Scheduled.number(AutomaticClip.ALPHA, Range.above(0), 1.0, "What every norm stays below.");

  /** Made by the service loader. */
  public AutomaticClipProvider() {
    super(
        AutomaticClip.NAME,
        "alpha·g/(‖g‖ + gamma): norm alpha, or less where g is short",
        Set.of(Trait.ZERO_PRESERVING, Trait.DIRECTION_KEEPING),
        GAMMA,
        Norms.EXTENT,
        ALPHA);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AutomaticClip(
        Scheduled.of(GAMMA, settings), settings.get(Norms.EXTENT), Scheduled.of(ALPHA, settings));
  }
}
