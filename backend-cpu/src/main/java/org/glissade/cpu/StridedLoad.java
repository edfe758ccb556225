package org.glissade.cpu;

import java.util.Arrays;
import org.glissade.cpu.kernel.Kernels;

/** Loads numbers that do not lie as the iteration runs, or that are not floats. */
final class StridedLoad implements TileOp {
  private final Kernels kernels;
  private final Cell cell;
  private final int offset;
  private final Odometer odometer;
  private final int instruction;

  StridedLoad(Kernels kernels, Cell cell, int offset, int[] dims, int[] strides, int instruction) {
    this.kernels = kernels;
    this.cell = cell;
    this.offset = offset;
    this.odometer = Odometer.merged(dims, strides, -1);
    this.instruction = instruction;
  }

  @Override
  public void run(Tile tile, int start, int n) {
    float[] own = tile.own(instruction);
    int done = 0;
    while (done < n) {
      int run = Math.min(n - done, odometer.run(start + done));
      int from = cell.offset + offset + odometer.at(start + done);
      copy(kernels, cell, from, odometer.step(), own, done, run);
      done += run;
    }
  }

  /** Copies numbers that lie a step apart, as floats. */
  static void copy(Kernels kernels, Cell cell, int from, int step, float[] to, int at, int n) {
    switch (cell.type) {
      case F32 -> copyFloats(cell.floats, from, step, to, at, n);
      case U8 -> {
        if (step == 1) {
          kernels.widen(to, at, cell.bytes, from, n);
        } else if (step == 0) {
          Arrays.fill(to, at, at + n, cell.bytes[from] & 0xff);
        } else {
          copyBytes(cell.bytes, from, step, to, at, n);
        }
      }
      case I32 -> copyInts(cell.ints, from, step, to, at, n);
      case F64 -> copyDoubles(cell.doubles, from, step, to, at, n);
    }
  }

  private static void copyFloats(float[] x, int from, int step, float[] to, int at, int n) {
    if (step == 1) {
      System.arraycopy(x, from, to, at, n);
    } else if (step == 0) {
      Arrays.fill(to, at, at + n, x[from]);
    } else {
      for (int e = 0; e < n; e++) {
        to[at + e] = x[from + e * step];
      }
    }
  }

  private static void copyDoubles(double[] x, int from, int step, float[] to, int at, int n) {
    for (int e = 0; e < n; e++) {
      to[at + e] = (float) x[from + e * step];
    }
  }

  private static void copyBytes(byte[] x, int from, int step, float[] to, int at, int n) {
    for (int e = 0; e < n; e++) {
      to[at + e] = x[from + e * step] & 0xff;
    }
  }

  private static void copyInts(int[] x, int from, int step, float[] to, int at, int n) {
    for (int e = 0; e < n; e++) {
      to[at + e] = x[from + e * step];
    }
  }
}
