package org.glissade.nn;

import java.util.Locale;

/** Estimates how long the rest takes from how long the beginning took. */
final class Eta {
  private static final double NANO = 1e-9;
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private Eta() {}

  /** Seconds that {@code left} steps will take if {@code done} took so many nanoseconds. */
  static double seconds(long nanos, long done, long left) {
    return nanos * NANO / done * left;
  }

  /** {@code 0:07}, {@code 12:34} or {@code 1:02:03}. */
  static String text(double seconds) {
    long whole = Math.round(seconds);
    String minutesAndSeconds =
        whole < HOUR
            ? "%d:%02d".formatted(whole / MINUTE, whole % MINUTE)
            : "%02d:%02d".formatted(whole % HOUR / MINUTE, whole % MINUTE);
    return whole < HOUR
        ? minutesAndSeconds
        : String.format(Locale.ROOT, "%d:%s", whole / HOUR, minutesAndSeconds);
  }
}
