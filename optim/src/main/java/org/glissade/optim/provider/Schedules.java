package org.glissade.optim.provider;

import java.util.List;
import java.util.stream.Stream;
import org.glissade.spi.Provider;

/** The schedules that a text can name, with their settings. */
public final class Schedules {
  private Schedules() {}

  /** What they declare, for a list. */
  public static List<Provider> declared() {
    return List.copyOf(all());
  }

  static List<ScheduleProvider> all() {
    return Stream.of(CurveSchedules.ALL, PieceSchedules.ALL, CombinedSchedules.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
