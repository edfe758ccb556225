package org.glissade.optim.provider;

import java.util.List;
import java.util.stream.Stream;
import org.glissade.optim.Schedule;
import org.glissade.spi.Catalog;
import org.glissade.spi.Provider;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.LocatedException;

/** The schedules that a text can name, with their settings. */
public final class Schedules {
  private Schedules() {}

  /** What they declare, for a list. */
  public static List<Provider> declared() {
    return List.copyOf(all());
  }

  /** The schedule that a call names. */
  public static Schedule read(CallText call) {
    ScheduleProvider provider = Catalog.of(ScheduleProvider.class, all()).get(call);
    Settings bound = Settings.bind(provider.settings(), call);
    try {
      return provider.create(bound);
    } catch (IllegalArgumentException mistake) {
      throw LocatedException.at(call.position(), mistake);
    }
  }

  static List<ScheduleProvider> all() {
    return Stream.of(CurveSchedules.ALL, PieceSchedules.ALL, CombinedSchedules.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
