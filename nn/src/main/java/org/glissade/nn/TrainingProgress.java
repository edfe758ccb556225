package org.glissade.nn;

/** The position of a training, moved on step by step, and how far the device is ahead of it. */
final class TrainingProgress {
  private int epoch;
  private int batch;
  private long step;
  private int ahead;
  private double lossSum;
  private long lossCount;

  int epoch() {
    return epoch;
  }

  int batch() {
    return batch;
  }

  long step() {
    return step;
  }

  /** The mean loss of the examples that count in this epoch. */
  double meanLoss() {
    return lossSum / lossCount;
  }

  /** Steps are being made whose losses are not known yet. */
  void making(int steps) {
    ahead += steps;
  }

  /** How many steps of the epoch were made, with those whose losses are not known yet. */
  int made() {
    return batch + ahead;
  }

  /** Whether the loss of each step that was made is known. */
  boolean isCaughtUp() {
    return ahead == 0;
  }

  /** The steps whose losses are not known yet were not made, or changed nothing. */
  void catchUp() {
    ahead = 0;
  }

  /** The loss of one step is known; a step that was not applied does not count in the mean. */
  void stepped(double loss, int examples, boolean applied) {
    batch++;
    step++;
    ahead--;
    if (applied) {
      lossSum += loss * examples;
      lossCount += examples;
    }
  }

  /** All batches of the epoch are done. */
  void epochEnded() {
    epoch++;
    beginEpoch();
  }

  /** Back to the first batch of the epoch. */
  void beginEpoch() {
    batch = 0;
    lossSum = 0;
    lossCount = 0;
  }

  TrainingPosition position() {
    return new TrainingPosition(epoch, batch, step, lossSum, lossCount);
  }

  void set(TrainingPosition position) {
    ahead = 0;
    epoch = position.epoch();
    batch = position.batch();
    step = position.step();
    lossSum = position.lossSum();
    lossCount = position.lossCount();
  }
}
