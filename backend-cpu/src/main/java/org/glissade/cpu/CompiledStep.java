package org.glissade.cpu;

/** One step of a plan, ready to run. Nothing is allocated while it runs. */
interface CompiledStep extends ParallelTask {
  /** Rows that are not parted: most register blocks of matrix products have four. */
  int ROWS = 4;

  /**
   * Does one worker's share. The shares of all workers together are the step; what is written does
   * not depend on how many there are. Along rows the share is that of {@link #rows}; a step that is
   * not shared out is the first worker's.
   */
  @Override
  void run(int worker, int workers);

  /** Floating-point operations, roughly. */
  long work();

  /** What one worker does after all shares of the stage are done. */
  default void finish() {}

  /** Where a worker's share of {@code n} things begins; its end is where the next one's begins. */
  static int share(int n, int worker, int workers) {
    return (int) ((long) n * worker / workers);
  }

  /**
   * Where a worker's share of rows begins: the same for every step along as many rows, so that a
   * worker finds there what it has computed before. Few rows are shared one by one.
   */
  static int rows(int n, int worker, int workers) {
    return share(n, n < 2 * ROWS * workers ? 1 : ROWS, worker, workers);
  }

  /** As {@link #share}, at a multiple of a grain. */
  static int share(int n, int grain, int worker, int workers) {
    return Math.min(n, share((n + grain - 1) / grain, worker, workers) * grain);
  }
}
