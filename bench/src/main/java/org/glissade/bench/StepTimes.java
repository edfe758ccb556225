package org.glissade.bench;

import java.util.Arrays;

/** The shortest time that each step of an epoch ever took. */
final class StepTimes {
  private static final double NANO = 1e-9;

  private final long[] best;
  private long last;

  StepTimes(int steps) {
    best = new long[steps];
    Arrays.fill(best, Long.MAX_VALUE);
  }

  /** A step has just ended; the first of an epoch only begins the count. */
  void ended(int step) {
    long now = System.nanoTime();
    if (step > 0) {
      best[step] = Math.min(best[step], now - last);
    }
    last = now;
  }

  /** What an epoch of such steps takes, in seconds. */
  double seconds() {
    long sum = Arrays.stream(best).skip(1).sum();
    return NANO * sum * best.length / (best.length - 1);
  }
}
