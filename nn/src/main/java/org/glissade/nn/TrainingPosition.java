package org.glissade.nn;

/**
 * How far a training has come.
 *
 * @param epoch epochs finished
 * @param batch batches finished of the epoch that runs
 * @param step steps finished over all epochs
 * @param lossSum Σ of the losses of the examples that this epoch has seen
 * @param lossCount how many examples these were
 */
public record TrainingPosition(int epoch, int batch, long step, double lossSum, long lossCount) {
  /** Where a training begins. */
  public static final TrainingPosition START = new TrainingPosition(0, 0, 0, 0, 0);

  /** Checks that nothing is negative. */
  public TrainingPosition {
    if (epoch < 0 || batch < 0 || step < 0 || lossCount < 0) {
      throw new IllegalArgumentException(
          "A position counts from 0, but was epoch %d, batch %d, step %d, examples %d"
              .formatted(epoch, batch, step, lossCount));
    }
  }
}
