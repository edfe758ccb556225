package org.glissade.examples;

/**
 * How much is tried.
 *
 * @param shortSteps of a short trial
 * @param steps of the training that is advised on
 */
record Budget(int shortSteps, int steps) {
  /** With how many seeds those that come to the end are tried. */
  static final int SEEDS = 5;

  /** How many chains of each rule come to the end. */
  static final int LAST = 2;

  private static final int RULES = 2;
  private static final int MOST_HALVES = 4;

  /** Short trials of at most the whole training. */
  static Budget of(int shortSteps, int steps) {
    return new Budget(Math.min(shortSteps, steps), steps);
  }

  /**
   * By how many half powers of ten bounds are lowered. What does best for a few steps is too long
   * for more of them. In r times as many, a step r times shorter comes as far: {@code ceil(2 log10
   * r)}, at least 1 and at most 4.
   */
  int halves() {
    double halves = Math.ceil(2 * Math.log10((double) steps / shortSteps));
    return (int) Math.max(1, Math.min(MOST_HALVES, halves));
  }

  /** How many whole trainings are made, at most. */
  int trainings() {
    int lengths = 1 + halves();
    int first = RULES * NormProbe.EXTENTS.size() * lengths + 1;
    int second = RULES * lengths + 1;
    int others = RULES * LAST + 1;
    return first + second + (SEEDS - 2) * others;
  }
}
