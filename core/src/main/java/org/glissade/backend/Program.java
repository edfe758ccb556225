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
   * Runs several times, one run behind another, with the bits of as many calls of {@link #run()}.
   * It is for hosts that need nothing between these runs: a backend that has to launch what it runs
   * may launch several at once.
   *
   * @param times how often; not at all unless it is above 0
   */
  default void run(int times) {
    for (int i = 0; i < times; i++) {
      run();
    }
  }

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
    Lookup.requireKept(output, back, kept(output));
    return scalar(output);
  }

  /** Of how many runs, the last among them, an output can be read. */
  default int kept(String output) {
    return 1;
  }

  /** Copies an output after a run; the length must be that of the output. Errors as of scalar. */
  void read(String output, float[] into);

  /** As the other, for outputs of doubles, such as the norms of all layers. */
  void read(String output, double[] into);

  /** As the other, of some runs ago; errors as of scalar. */
  default void read(String output, int back, double[] into) {
    Lookup.requireKept(output, back, kept(output));
    read(output, into);
  }
}
