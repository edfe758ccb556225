package org.glissade.cpu;

/**
 * How long it is worth to spin before parking, in nanoseconds: longer after a wait that was short,
 * be it parked, and shorter after one that no spinning would have outlasted. Used by one thread.
 */
final class Patience {
  /** Long enough for steps that are done beside each other to end. */
  static final long LEAST = 10_000;

  /**
   * Longer than it takes a parked thread to wake up, 60 to 120 microseconds on a virtual machine:
   * where the other side wakes up late, this side must still spin, or both would go on to park and
   * to wake each other for ever.
   */
  static final long MOST = 200_000;

  /** A wait this long was no rest between two meetings, even if both sides had to wake up. */
  static final long SHORT = 2 * MOST;

  private long nanos = MOST;

  /** Whether to spin on, after so long. */
  boolean lasts(long waited) {
    return waited < nanos;
  }

  /** Learns how long a wait was in the end. */
  void learn(long waited) {
    nanos = waited < SHORT ? Math.min(MOST, nanos * 2) : Math.max(LEAST, nanos / 2);
  }
}
