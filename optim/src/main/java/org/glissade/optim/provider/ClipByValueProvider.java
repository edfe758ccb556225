package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.ClipByValue;
import org.glissade.optim.ConstantSchedule;
import org.glissade.optim.Schedule;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link ClipByValue}. */
public final class ClipByValueProvider extends Offer {
  private static final Setting<CallText> BOUND =
      Scheduled.number("bound", Range.any(), "The c of [-c, c]; the lower bound if high is given.");
  private static final Setting<CallText> HIGH =
      Scheduled.number("high", Range.atLeast(0), "The upper bound; c if it is not given.")
          .optional();

  /** Made by the service loader. */
  public ClipByValueProvider() {
    super(
        ClipByValue.NAME,
        "min(max(g, low), high): moves each element into [low, high]",
        Set.of(
            Trait.IDEMPOTENT,
            Trait.ZERO_PRESERVING,
            Trait.ELEMENT_WISE,
            Trait.DIRECTION_KEEPING,
            Trait.SHORTENING),
        BOUND,
        HIGH);
  }

  @Override
  public GradientTransform create(Settings settings) {
    Schedule bound = Scheduled.of(BOUND, settings);
    if (settings.has(HIGH.name())) {
      if (isAbove(bound)) {
        throw settings.refuse(BOUND.name(), "<= 0 where high is given");
      }
      return new ClipByValue(bound, Scheduled.of(HIGH, settings));
    }
    if (bound instanceof ConstantSchedule && !isAbove(bound)) {
      throw settings.refuse(BOUND.name(), "> 0, or a lower bound with high=...");
    }
    return new ClipByValue(bound);
  }

  private static boolean isAbove(Schedule bound) {
    return bound instanceof ConstantSchedule constant && constant.value() > 0;
  }
}
