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

  /** Whether {@link TrainerBuilder#norms} asked for the norms of the layers. */
  boolean knowsNorms();

  /** As {@link #norms()}, into an array that has a number for each layer. */
  void norms(double[] into);

  /** What the chain reports, such as {@code non-finite/seen}. */
  Set<String> reports();

  /** One report of the last step: a number, or one for each group; NaN where it is void. */
  double[] report(String name);

  /** As {@link #report(String)}, into an array that has as many numbers. */
  void report(String name, double[] into);

  /**
   * What can be told of each link of the chain that has a name, in the order of the chain, parts
   * before what they are part of. It may be kept while the call of fit lasts.
   */
  List<LinkNorms> links();

  /** A copy of all that a later run needs to go on from here. */
  RunState state();

  /** Tells all listeners that a checkpoint was written. */
  void announce(CheckpointEvent event);
}
