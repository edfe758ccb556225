package org.glissade.cpu;

/**
 * Decides for each run of a program whether all workers take part or the caller alone. Beside a
 * busy process a worker has to wait for its core, and at every meeting the others wait with it;
 * then one is faster than all. Results are the same bits either way.
 *
 * <p>All take part until runs take {@link #DISTURBED} times as long as they once did. Then the
 * caller tries some runs alone and stays alone where that is faster, tries all again after some
 * time, and after twice that time if it was in vain. One belongs to one program.
 */
final class Turnout {
  /** Slower than this, against the best: not all cores are ours. */
  private static final double DISTURBED = 1.5;

  /** Runs of a trial: enough for a preempted worker to come back in one of them. */
  private static final int TRIAL = 8;

  private static final int SHORTEST = 64;
  private static final int LONGEST = 4096;

  /** By how much the newest run counts in the mean. */
  private static final double NEWEST = 1.0 / TRIAL;

  /**
   * What is remembered as the best grows by this in each run, so that no lucky run stays for ever.
   */
  private static final double FORGETTING = 1.0001;

  private double best = Double.POSITIVE_INFINITY;
  private double together = Double.NaN;
  private double single = Double.NaN;
  private boolean alone;
  private boolean trial;
  private int left;
  private int patience = SHORTEST;

  /** Whether the next run is the caller's alone. */
  boolean alone() {
    return alone;
  }

  /** Learns how long the run took for which {@link #alone} was asked. */
  void took(long nanos) {
    if (alone) {
      single = mean(single, nanos);
    } else {
      best = Math.min(best * FORGETTING, nanos);
      together = best < nanos ? mean(together, nanos) : nanos;
    }
    left = Math.max(0, left - 1);
    if (left > 0) {
      return;
    }
    if (trial) {
      judge();
    } else if (alone || together > DISTURBED * best) {
      begin(!alone);
    }
  }

  private static double mean(double before, long nanos) {
    return Double.isNaN(before) ? nanos : before + NEWEST * (nanos - before);
  }

  /** A trial of the other way. */
  private void begin(boolean byItself) {
    alone = byItself;
    trial = true;
    left = TRIAL;
    if (alone) {
      single = Double.NaN;
    } else {
      together = Double.NaN;
    }
  }

  /** The end of a trial: the faster way stays, for longer if it was the way before. */
  private void judge() {
    boolean better = single < together;
    patience = better == alone ? SHORTEST : Math.min(LONGEST, 2 * patience);
    alone = better;
    trial = false;
    left = patience;
  }
}
