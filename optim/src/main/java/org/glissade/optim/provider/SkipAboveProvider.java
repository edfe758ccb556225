package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.SkipAbove;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link SkipAbove}. */
public final class SkipAboveProvider extends Offer {
  private static final Setting<CallText> MAX_NORM =
      Scheduled.number(SkipAbove.MAX_NORM, Range.above(0), "From where on a step is skipped.");

  /** Made by the service loader. */
  public SkipAboveProvider() {
    super(
        SkipAbove.NAME,
        "skips steps in which the norm of all gradients is not below a bound",
        Set.of(Trait.WRAPPER, Trait.STATEFUL),
        MAX_NORM);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new SkipAbove(Scheduled.of(MAX_NORM, settings));
  }
}
