package org.glissade.backend;

import org.glissade.plan.Plan;

/** A compiled plan. */
public interface Program {
  /** What it runs. */
  Plan plan();

  /**
   * Runs once. Inputs must have been bound. Nothing is allocated, unless the backend says otherwise
   * in its declared guarantees.
   */
  void run();

  /**
   * One number of an output, after a run: outputs of scalars and of dense tensors of one number.
   */
  double scalar(String output);

  /** Copies an output after a run; the length must be that of the output. */
  void read(String output, float[] into);

  /** Copies an output of doubles, such as the norms of all layers, after a run. */
  void read(String output, double[] into);
}
