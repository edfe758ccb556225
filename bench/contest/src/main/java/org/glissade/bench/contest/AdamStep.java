package org.glissade.bench.contest;

/**
 * Workload W6: gradients are given, clipped to a norm of 1 over all of them, and AdamW follows; 10
 * million elements in 100 tensors.
 */
public final class AdamStep {
  /** Tensors. */
  public static final int TENSORS = 100;

  /** Rows of each. */
  public static final int ROWS = 400;

  /** Columns of each. */
  public static final int COLUMNS = 250;

  /** Updates of a turn, which gives the seconds of one. */
  public static final int REPEATS = 10;

  /** The learning rate. */
  public static final double RATE = 1e-3;

  /** How much of the mean of the gradients stays. */
  public static final double BETA1 = 0.9;

  /** How much of the mean of their squares stays. */
  public static final double BETA2 = 0.999;

  /** What stands beside the root in the denominator. */
  public static final double EPSILON = 1e-8;

  /** The decay of the weights. */
  public static final double DECAY = 0.01;

  private AdamStep() {}

  /** Updates often and gives the seconds of one. */
  public static double[] turn(Runnable update) {
    double seconds =
        Seconds.of(
            () -> {
              for (int i = 0; i < REPEATS; i++) {
                update.run();
              }
            });
    return new double[] {seconds / REPEATS};
  }
}
