package org.glissade.nn;

/**
 * Hears what happens in a training, on its thread. A method that throws ends the training between
 * two steps, with nothing lost: {@link Trainer#fit} then throws a {@link ListenerException}, and
 * can be called again.
 */
public interface TrainingListener {
  /**
   * The next step behind which this listener must hear of everything before another step is made,
   * because it then asks for the run's state, writes settings or stops the training; each step
   * unless this is overridden. A backend that keeps the outputs of several steps makes those up to
   * there several at a time, and waits for none of them. Their events come somewhat later, one by
   * one, each with the numbers of its own step.
   *
   * @param step how many steps this listener has heard of, over all epochs
   * @return the number of a step behind that one; {@link Long#MAX_VALUE} for none
   */
  default long due(long step) {
    return step + 1;
  }

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
