package org.glissade.cpu;

import org.glissade.plan.Step;
import org.glissade.random.Normal;
import org.glissade.random.Philox;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Shape;

/** Fills in random numbers, each a function of seed, stream, step and element alone. */
final class RandomStep implements CompiledStep {
  private final Step.Random step;
  private final Cell counter;
  private final Cell out;
  private final long key;
  private final int[] padding;

  /**
   * Compiles a step.
   *
   * @param padding where each stretch of padding of the result begins and ends
   */
  RandomStep(Step.Random step, Cell counter, Cell out, long key, int[] padding) {
    this.padding = padding;
    this.step = step;
    this.counter = counter;
    this.out = out;
    this.key = key;
  }

  @Override
  public void run(int worker, int workers) {
    Shape shape = step.out().shape();
    int rows = shape.rank() == 0 ? 1 : shape.dim(0);
    int length = shape.size() / rows;
    int from = CompiledStep.rows(rows, worker, workers) * length;
    int to = CompiledStep.rows(rows, worker + 1, workers) * length;
    int at = out.offset + step.out().offset();
    int number = (int) counter.doubles[0];
    if (step.distribution() == Distribution.UNIFORM) {
      Philox.fillUniform(out.floats, at + from, to - from, key, 0, number, from);
      return;
    }
    for (int i = from; i < to; i++) {
      out.floats[at + i] = (float) Normal.standard(key, 0, number, i);
    }
  }

  /** Padding of a flat buffer stays 0. */
  @Override
  public void finish() {
    for (int i = 0; i < padding.length; i += 2) {
      java.util.Arrays.fill(out.floats, padding[i], padding[i + 1], 0);
    }
  }

  @Override
  public long work() {
    return 50L * step.out().shape().size();
  }
}
