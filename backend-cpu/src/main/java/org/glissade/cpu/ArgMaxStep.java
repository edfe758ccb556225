package org.glissade.cpu;

import org.glissade.plan.Step;

/** Finds the largest of each row. */
final class ArgMaxStep implements CompiledStep {
  private final Step.ArgMax step;
  private final Cell in;
  private final Cell out;

  ArgMaxStep(Step.ArgMax step, Cell in, Cell out) {
    this.step = step;
    this.in = in;
    this.out = out;
  }

  @Override
  public void run(int worker, int workers) {
    int to = CompiledStep.rows(step.rows(), worker + 1, workers);
    for (int row = CompiledStep.rows(step.rows(), worker, workers); row < to; row++) {
      int begin = in.offset + step.in().offset() + row * step.length();
      out.floats[out.offset + step.out().offset() + row] = first(in.floats, begin, step.length());
    }
  }

  private static int first(float[] x, int begin, int length) {
    int best = 0;
    for (int i = 1; i < length; i++) {
      if (Float.compare(x[begin + i], x[begin + best]) > 0 && x[begin + i] != x[begin + best]) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public long work() {
    return 4L * step.rows() * step.length();
  }
}
