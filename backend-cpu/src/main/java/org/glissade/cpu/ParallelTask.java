package org.glissade.cpu;

/** Work that the threads of a {@link WorkerPool} share. */
@FunctionalInterface
interface ParallelTask {
  /** Does the share of one worker. */
  void run(int worker, int workers);
}
