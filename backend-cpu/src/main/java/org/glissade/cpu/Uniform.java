package org.glissade.cpu;

import org.glissade.cpu.kernel.Kernels;

/** Loads whose values in a tile are all equal. */
final class Uniform {
  private Uniform() {}

  static TileOp constant(Kernels kernels, int i, double value) {
    return (t, start, n) -> put(kernels, t, i, value, n);
  }

  static TileOp scalar(Kernels kernels, int i, Cell cell) {
    return (t, start, n) -> put(kernels, t, i, cell.doubles[0], n);
  }

  static void put(Kernels kernels, Tile t, int i, double value, int n) {
    t.values[i] = value;
    kernels.fill(t.own(i), 0, (float) value, n);
  }
}
