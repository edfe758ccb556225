package org.glissade.nn;

import java.util.List;
import java.util.Set;

/**
 * What a listener may ask a running training for, on the training's thread and while it is being
 * called. What nobody asks for is not computed on the host.
 */
public interface TrainingRun {
  /** The layers that have parameters, from input to output. */
  List<String> layers();

  /**
   * The norm of each layer's gradient in the last step, before any transform.
   *
   * @throws IllegalStateException unless {@link TrainerBuilder#norms} asked for them
   */
  double[] norms();

  /** What the chain reports, such as {@code non-finite/seen}. */
  Set<String> reports();

  /** One report of the last step: a number, or one for each group; NaN where it is void. */
  double[] report(String name);

  /** A copy of all that a later run needs to go on from here. */
  RunState state();

  /** Tells all listeners that a checkpoint was written. */
  void announce(CheckpointEvent event);
}
