package org.glissade.nn;

/**
 * Ends a training when the validation loss no longer falls. A training that goes on, from a
 * checkpoint or after {@link Trainer#stop}, goes on waiting; one that has ended, here or with its
 * last epoch, begins to wait anew when it is given more epochs.
 *
 * @param patience epochs in a row without a fall after which it ends
 * @param minDelta by how much the loss must be below the best so far to count as a fall
 * @param restoreBest whether fit leaves behind the parameters and states of the best epoch, instead
 *     of the last; so it does also where all epochs were run
 */
public record EarlyStopping(int patience, double minDelta, boolean restoreBest) {
  /** Checks the arguments. */
  public EarlyStopping {
    if (patience < 1) {
      throw new IllegalArgumentException("patience must be at least 1, but was " + patience);
    }
    if (!(minDelta >= 0 && minDelta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("minDelta must be at least 0, but was " + minDelta);
    }
  }

  /** Ends after this many epochs without a fall, and restores the best. */
  public static EarlyStopping patience(int epochs) {
    return new EarlyStopping(epochs, 0, true);
  }
}
