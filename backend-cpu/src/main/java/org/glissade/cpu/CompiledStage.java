package org.glissade.cpu;

/** Steps that workers go through one after the other without meeting. */
final class CompiledStage implements ParallelTask {
  private final CompiledStep[] steps;
  private final long work;

  CompiledStage(CompiledStep[] steps) {
    this.steps = steps;
    long sum = 0;
    for (CompiledStep step : steps) {
      sum += step.work();
    }
    this.work = sum;
  }

  @Override
  public void run(int worker, int workers) {
    for (CompiledStep step : steps) {
      step.run(worker, workers);
    }
  }

  /** What one worker does after all shares are done. */
  void finish() {
    for (CompiledStep step : steps) {
      step.finish();
    }
  }

  /** Floating-point operations, roughly: whether it pays to wake the other workers. */
  long work() {
    return work;
  }
}
