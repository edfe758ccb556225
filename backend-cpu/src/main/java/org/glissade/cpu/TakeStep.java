package org.glissade.cpu;

import org.glissade.plan.Step;

/** Copies the part of a list of integers that the step needs. */
final class TakeStep implements CompiledStep {
  private final Step.Take step;
  private final Cell list;
  private final Cell position;
  private final Cell out;

  TakeStep(Step.Take step, Cell list, Cell position, Cell out) {
    this.step = step;
    this.list = list;
    this.position = position;
    this.out = out;
  }

  @Override
  public void run(int worker, int workers) {
    int from = (int) position.doubles[0];
    int size = step.list().shape().size();
    if (from < 0 || from + step.count() > size) {
      throw new IndexOutOfBoundsException(
          "%s holds %d entries, but %d were asked for from %d: set %s back before it passes the end"
              .formatted(
                  step.list().slot().name(), size, step.count(), from, step.position().name()));
    }
    int begin = CompiledStep.rows(step.count(), worker, workers);
    int n = CompiledStep.rows(step.count(), worker + 1, workers) - begin;
    System.arraycopy(list.ints, from + begin, out.ints, step.out().offset() + begin, n);
  }

  @Override
  public long work() {
    return 0;
  }
}
