package org.glissade.cpu;

/** One step of a plan, ready to run. Nothing is allocated while it runs. */
interface CompiledStep extends ParallelTask {
  /**
   * Does one worker's share. The shares of all workers together are the step; what is written does
   * not depend on how many there are.
   */
  @Override
  void run(int worker, int workers);

  /** Floating-point operations, roughly: whether it pays to wake the other workers. */
  long work();

  /** What one worker does after all shares are done. */
  default void finish() {}

  /** Where a worker's share of {@code n} things begins; its end is where the next one's begins. */
  static int share(int n, int worker, int workers) {
    return (int) ((long) n * worker / workers);
  }

  /** As {@link #share}, at a multiple of a grain. */
  static int share(int n, int grain, int worker, int workers) {
    return Math.min(n, share((n + grain - 1) / grain, worker, workers) * grain);
  }
}
