package org.glissade.nn;

import java.util.List;

/**
 * What a call of fit did.
 *
 * @param ending why it ended
 * @param position how far the training has come
 * @param skipped steps that were skipped for a non-finite gradient, since the training began
 * @param epochs those that this call finished, in order
 */
public record FitResult(
    Ending ending, TrainingPosition position, long skipped, List<EpochEvent> epochs) {
  /** Why a call of fit ended. */
  public enum Ending {
    /** All epochs are done. */
    FINISHED,
    /** The validation loss no longer fell. */
    EARLY,
    /** {@link Trainer#stop} was called. */
    STOPPED,
    /** The thread was interrupted. Its interrupt flag is still set. */
    INTERRUPTED
  }

  /** Copies the list. */
  public FitResult {
    epochs = List.copyOf(epochs);
  }
}
