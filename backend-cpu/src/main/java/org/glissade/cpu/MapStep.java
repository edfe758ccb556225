package org.glissade.cpu;

import org.glissade.tensor.Shape;

/** Evaluates code for every element and writes it row by row. */
final class MapStep implements CompiledStep {
  private final TileCode code;
  private final int rows;
  private final int size;
  private final int cost;

  MapStep(TileCode code, Shape shape, int cost) {
    this.code = code;
    this.rows = shape.rank() == 0 ? 1 : shape.dim(0);
    this.size = shape.size();
    this.cost = cost;
  }

  @Override
  public void run(int worker, int workers) {
    int length = size / rows;
    int from = CompiledStep.rows(rows, worker, workers);
    int to = CompiledStep.rows(rows, worker + 1, workers);
    range(worker, from * length, to * length);
  }

  /** Evaluates and writes the elements {@code from} to {@code to}. */
  void range(int worker, int from, int to) {
    int n;
    for (int start = from; start < to; start += n) {
      n = Math.min(code.most(), to - start);
      code.run(worker, start, n);
    }
  }

  @Override
  public long work() {
    return (long) size * cost;
  }
}
