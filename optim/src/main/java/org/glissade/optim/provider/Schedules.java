package org.glissade.optim.provider;

import java.util.List;
import java.util.stream.Stream;

/** The schedules that a text can name, with their settings. */
final class Schedules {
  private Schedules() {}

  static List<ScheduleProvider> all() {
    return Stream.of(CurveSchedules.ALL, PieceSchedules.ALL, CombinedSchedules.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
