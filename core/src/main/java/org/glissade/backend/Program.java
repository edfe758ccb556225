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

  /**
   * One number of an output as it was some runs ago. A host that looks at its losses late need not
   * wait for the runs behind them where the backend keeps several.
   *
   * @param back how many runs before the last, less than {@link #kept}; 0 gives the last
   * @throws IllegalArgumentException as of scalar, or if that run is not kept
   * @throws IllegalStateException if the program has not run
   */
  default double scalar(String output, int back) {
    if (back != 0) {
      throw new IllegalArgumentException(
          "Output %s of %d runs before the last was asked for, but those of the last %d are kept"
              .formatted(output, back, kept()));
    }
    return scalar(output);
  }

  /** Of how many runs, the last among them, small outputs can be read. */
  default int kept() {
    return 1;
  }

  /** Copies an output after a run; the length must be that of the output. Errors as of scalar. */
  void read(String output, float[] into);

  /** As the other, for outputs of doubles, such as the norms of all layers. */
  void read(String output, double[] into);
}
