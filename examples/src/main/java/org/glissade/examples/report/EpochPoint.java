package org.glissade.examples.report;

/**
 * One finished epoch.
 *
 * @param epoch number of the epoch, from 1
 * @param trainLoss mean loss over the epoch's batches as they were trained; may be infinite or NaN
 * @param testAccuracy share in 0..1 of the test set that is classified rightly after the epoch; NaN
 *     if not measured
 * @param seconds wall-clock time of the epoch
 */
public record EpochPoint(int epoch, double trainLoss, double testAccuracy, double seconds) {
  public EpochPoint {
    if (epoch < 1) {
      throw new IllegalArgumentException("epoch counts from 1, got " + epoch);
    }
    Checks.share("testAccuracy", testAccuracy);
  }
}
