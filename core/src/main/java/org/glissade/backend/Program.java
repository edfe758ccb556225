package org.glissade.backend;

import org.glissade.plan.Plan;

/** A compiled plan. */
public interface Program {
  /** What it runs. */
  Plan plan();

  /**
   * Runs once. What it allocates is the backend's matter; one that declares so allocates nothing.
   *
   * @throws IllegalStateException if an input is not bound, or has another type or shape
   * @throws IndexOutOfBoundsException if an index leads out of the data, or a cursor out of its
   *     list
   */
  void run();

  /**
   * One number of an output, after a run: outputs of scalars and of dense tensors of one number.
   *
   * @throws IllegalArgumentException if there is no such output, or it has more numbers
   * @throws IllegalStateException if the program has not run
   */
  double scalar(String output);

  /** Copies an output after a run; the length must be that of the output. Errors as of scalar. */
  void read(String output, float[] into);

  /** As the other, for outputs of doubles, such as the norms of all layers. */
  void read(String output, double[] into);
}
