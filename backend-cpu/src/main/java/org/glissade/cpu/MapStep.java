package org.glissade.cpu;

import org.glissade.cpu.kernel.Kernels;
import org.glissade.tensor.Shape;

/** Evaluates code for every element and writes it row by row. */
final class MapStep implements CompiledStep {
  private final Kernels kernels;
  private final TileCode code;
  private final int rows;
  private final int size;
  private final Cell out;
  private final int offset;
  private final int cost;

  MapStep(Kernels kernels, TileCode code, Shape shape, Cell out, int offset, int cost) {
    this.kernels = kernels;
    this.code = code;
    this.rows = shape.rank() == 0 ? 1 : shape.dim(0);
    this.size = shape.size();
    this.out = out;
    this.offset = offset;
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
    int result = code.result();
    for (int start = from; start < to; start += Tile.SIZE) {
      int n = Math.min(Tile.SIZE, to - start);
      Tile tile = code.run(worker, start, n);
      int at = out.offset + offset + start;
      kernels.copy(out.floats, at, tile.arrays[result], tile.offsets[result], n);
    }
  }

  @Override
  public long work() {
    return (long) size * cost;
  }
}
