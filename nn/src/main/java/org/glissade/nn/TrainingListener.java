package org.glissade.nn;

/**
 * Hears what happens in a training, on its thread. A method that throws ends the training between
 * two steps, with nothing lost: {@link Trainer#fit} then throws a {@link ListenerException}, and
 * can be called again.
 */
public interface TrainingListener {
  /** A call of fit begins. */
  default void started(RunStarted event) {}

  /** A step was made. */
  default void stepped(StepEvent event) {}

  /** A gradient was infinite or NaN. Comes before the {@link #stepped} of the same step. */
  default void nonFinite(NonFiniteEvent event) {}

  /** The training went back to an earlier state. Comes after {@link #nonFinite} of that step. */
  default void rolledBack(RollbackEvent event) {}

  /** An epoch was finished. */
  default void epochEnded(EpochEvent event) {}

  /** A checkpoint was written. */
  default void checkpointWritten(CheckpointEvent event) {}

  /** A call of fit ends; not called where it ends by an exception. */
  default void ended(FitResult result) {}
}
