package org.glissade.optim.provider;

import org.glissade.optim.ConstantSchedule;
import org.glissade.optim.Schedule;
import org.glissade.spi.Catalog;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.LocatedException;
import org.glissade.spi.text.NumberValue;

/** Settings that are a number or a schedule, such as {@code cosine(0.1, total=10000)}. */
final class Scheduled {
  private Scheduled() {}

  /** A required one. The range is that of a number; the transform checks the schedules. */
  static Setting<CallText> number(String name, Range range, String documentation) {
    return Setting.callOrNumber(name, ConstantSchedule.NAME, range, documentation);
  }

  /** One with a usual number. */
  static Setting<CallText> number(String name, Range range, double fallback, String documentation) {
    return number(name, range, documentation)
        .orElse(CallText.of(ConstantSchedule.NAME).with(NumberValue.of(fallback)));
  }

  /** One with the number that a schedule always has. */
  static Setting<CallText> number(
      String name, Range range, Schedule fallback, String documentation) {
    return number(name, range, fallback.values().orElseThrow().low(), documentation);
  }

  /** The schedule that a setting has as its value. */
  static Schedule of(Setting<CallText> setting, Settings settings) {
    return read(settings.get(setting));
  }

  /** As above; a plain number is one of the plan, not a setting of the running program. */
  static Schedule fixed(Setting<CallText> setting, Settings settings) {
    Schedule schedule = of(setting, settings);
    return schedule instanceof ConstantSchedule constant
        ? Schedule.fixed(constant.value())
        : schedule;
  }

  /** The schedule that a call names. */
  static Schedule read(CallText call) {
    ScheduleProvider provider = Catalog.of(ScheduleProvider.class, Schedules.all()).get(call);
    Settings bound = Settings.bind(provider.settings(), call);
    try {
      return provider.create(bound);
    } catch (IllegalArgumentException mistake) {
      throw LocatedException.at(call.position(), mistake);
    }
  }
}
