package org.glissade.cpu;

/**
 * Decides for each run of a program whether all workers take part or the caller alone. Beside a
 * busy process a worker has to wait for its core, and at every meeting the others wait with it;
 * then one is faster than all. Results are the same bits either way.
 *
 * <p>All take part until runs take {@link #DISTURBED} times as long as they once did, in the mean
 * of many, for a neighbour comes and goes. Then the caller tries some runs alone and stays alone
 * where that is faster, tries all again after some time, and after twice that time if it was in
 * vain. One belongs to one program.
 */
final class Turnout {
  /** Slower than this, against the best: not all cores are ours. */
  private static final double DISTURBED = 1.5;

  /** Runs that the mean of runs together remembers: a neighbour's share of a core lasts as long. */
  private static final int MEMORY = 256;

  /** Runs of a trial alone, which nobody else can hold up. */
  private static final int ALONE = 8;

  /** Runs of a trial of all. */
  private static final int ALL = 32;

  /** Runs before a trial of all, in which the others wake up. */
  private static final int WAKING = 8;

  private static final int SHORTEST = 64;
  private static final int LONGEST = 512;

  /**
   * What is remembered as the best grows by this in each run, so that no lucky run stays for ever.
   */
  private static final double FORGETTING = 1.0001;

  private final Mean together = new Mean();
  private final Mean single = new Mean();
  private double best = Double.POSITIVE_INFINITY;
  private boolean alone;
  private boolean trial;
  private int waking;
  private int left;
  private int patience = SHORTEST;

  /** Whether the next run is the caller's alone. */
  boolean alone() {
    return alone;
  }

  /** Learns how long the run took for which {@link #alone} was asked. */
  void took(long nanos) {
    if (waking > 0) {
      waking--;
      return;
    }
    if (alone) {
      single.add(nanos);
    } else {
      learn(nanos);
    }
    left = Math.max(0, left - 1);
    if (trial && (left == 0 || hopeless())) {
      judge();
    } else if (left == 0 && (alone || disturbed())) {
      begin(!alone);
    }
  }

  private boolean disturbed() {
    return together.isOfMany() && together.value() > DISTURBED * best;
  }

  /** A run that makes the best look disturbed says that the code was not compiled before. */
  private void learn(long nanos) {
    if (nanos * DISTURBED < best) {
      together.forget();
    }
    best = Math.min(best * FORGETTING, nanos);
    together.add(nanos);
  }

  /** Whether a trial of all has already taken longer than all of it would have taken alone. */
  private boolean hopeless() {
    return !alone && together.sum() > ALL * single.value();
  }

  /** A trial of the other way. */
  private void begin(boolean byItself) {
    alone = byItself;
    trial = true;
    waking = alone ? 0 : WAKING;
    left = alone ? ALONE : ALL;
    (alone ? single : together).forget();
  }

  /** The end of a trial: the faster way stays, for longer if it was the way before. */
  private void judge() {
    boolean better = single.value() < together.value();
    patience = better == alone ? SHORTEST : Math.min(LONGEST, 2 * patience);
    alone = better;
    trial = false;
    left = patience;
  }

  /** The mean of all numbers while they are few, and then one in which the oldest fade. */
  private static final class Mean {
    private int count;
    private double sum;
    private double value;

    void forget() {
      count = 0;
      sum = 0;
      value = 0;
    }

    void add(long number) {
      count = Math.min(MEMORY, count + 1);
      sum += number;
      value += (number - value) / count;
    }

    boolean isOfMany() {
      return count == MEMORY;
    }

    double value() {
      return value;
    }

    double sum() {
      return sum;
    }
  }
}
