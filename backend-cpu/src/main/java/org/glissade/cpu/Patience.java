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

  /** Where there are more workers than processors, who spins may hold up who is waited for. */
  static final long CROWDED = 50_000;

  private final long most;
  private long nanos;

  /** Spins for so long at most. */
  Patience(long most) {
    this.most = most;
    this.nanos = most;
  }

  /** Whether to spin on, after so long. */
  boolean lasts(long waited) {
    return waited < nanos;
  }

  /**
   * Learns how long a wait was in the end: short where it was no rest between two meetings, even if
   * both sides had to wake up.
   */
  void learn(long waited) {
    nanos = waited < 2 * most ? Math.min(most, nanos * 2) : Math.max(LEAST, nanos / 2);
  }

  /** As long as workers may spin, so many beside each other. */
  static long most(int workers, int processors) {
    return workers <= processors ? MOST : CROWDED;
  }
}
