package org.glissade.optim.provider;

import org.glissade.optim.ConstantSchedule;
import org.glissade.optim.Schedule;
import org.glissade.spi.Catalog;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.LocatedException;

/** Reads a learning rate: a number or a schedule such as {@code cosine(0.1, total=10000)}. */
final class Rates {
  static final Setting<CallText> RATE =
      Setting.callOrNumber(
          "rate",
          ConstantSchedule.NAME,
          "The learning rate, or its schedule: step, exponential, polynomial or cosine.");

  private Rates() {}

  static Schedule of(Settings settings) {
    CallText call = settings.get(RATE);
    Catalog<ScheduleProvider> schedules = Catalog.of(ScheduleProvider.class, Schedules.ALL);
    ScheduleProvider provider = schedules.get(call);
    Settings bound = Settings.bind(provider.settings(), call);
    try {
      return provider.create(bound);
    } catch (IllegalArgumentException mistake) {
      throw LocatedException.at(call.position(), mistake);
    }
  }
}
