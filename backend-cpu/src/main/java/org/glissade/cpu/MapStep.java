package org.glissade.cpu;

import org.glissade.cpu.kernel.Kernels;

/** Evaluates code for every element and writes it row by row. */
final class MapStep implements CompiledStep {
  private final Kernels kernels;
  private final TileCode code;
  private final int size;
  private final Cell out;
  private final int offset;
  private final int cost;

  MapStep(Kernels kernels, TileCode code, int size, Cell out, int offset, int cost) {
    this.kernels = kernels;
    this.code = code;
    this.size = size;
    this.out = out;
    this.offset = offset;
    this.cost = cost;
  }

  @Override
  public void run(int worker, int workers) {
    int from = CompiledStep.share(size, Tile.SIZE, worker, workers);
    int to = CompiledStep.share(size, Tile.SIZE, worker + 1, workers);
    range(worker, from, to);
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
