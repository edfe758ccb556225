package org.glissade.optim.schedule;

import org.glissade.optim.ConstantSchedule;
import org.glissade.optim.Schedule;
import org.glissade.optim.provider.Schedules;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.NumberValue;
import org.glissade.spi.text.Value;
import org.glissade.spi.text.WordValue;

/**
 * Settings that are a number or a schedule, such as {@code cosine(0.1, total=10000)}: what a
 * provider declares for a component of type {@link Schedule}. The range is that of a number; the
 * transform checks the schedules.
 */
public final class Scheduled {
  private Scheduled() {}

  /** A required one; a plain number is a setting of the running program. */
  public static Setting<CallText> number(String name, Range range, String documentation) {
    return Setting.callOrNumber(name, ConstantSchedule.NAME, range, documentation);
  }

  /** As above, with a usual number. */
  public static Setting<CallText> number(
      String name, Range range, double fallback, String documentation) {
    return number(name, range, documentation)
        .orElse(CallText.of(ConstantSchedule.NAME).with(NumberValue.of(fallback)));
  }

  /** A required one; a plain number is one of the plan, unless it is written in constant(...). */
  public static Setting<CallText> fixed(String name, Range range, String documentation) {
    return Setting.callOrNumber(name, ConstantSchedule.FIXED, range, documentation);
  }

  /** As above, with a usual number. */
  public static Setting<CallText> fixed(
      String name, Range range, double fallback, String documentation) {
    Value usual = Double.isInfinite(fallback) ? WordValue.of("inf") : NumberValue.of(fallback);
    return fixed(name, range, documentation)
        .orElse(CallText.of(ConstantSchedule.FIXED).with(usual));
  }

  /** As above, with the number that a schedule always has. */
  public static Setting<CallText> fixed(
      String name, Range range, Schedule fallback, String documentation) {
    return fixed(name, range, fallback.values().orElseThrow().low(), documentation);
  }

  /** The schedule that a setting has as its value. */
  public static Schedule of(Setting<CallText> setting, Settings settings) {
    return Schedules.read(settings.get(setting));
  }
}
