package org.glissade.nn;

/** The position of a training, moved on step by step. */
final class TrainingProgress {
  private int epoch;
  private int batch;
  private long step;
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

  /** One step was made; a step that was not applied does not count in the mean. */
  void stepped(double loss, int examples, boolean applied) {
    batch++;
    step++;
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
    epoch = position.epoch();
    batch = position.batch();
    step = position.step();
    lossSum = position.lossSum();
    lossCount = position.lossCount();
  }
}
