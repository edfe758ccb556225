package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Copies of parts of a matrix, {@code width} floats a row, for matmul. */
final class Panels {
  private Panels() {}

  /** {@code rows} rows of {@code columns} floats. */
  static void copyRows(
      float[] from, int fp, int fRow, float[] to, int tp, int tRow, int rows, int columns) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(from, fp + i * fRow, to, tp + i * tRow, columns);
    }
  }

  /** The columns of a panel of B, and zeros up to its width. */
  static void copy(float[] b, int bp, int ldb, int columns, int depth, float[] panel, int width) {
    if (columns == width) {
      copyVectors(b, bp, ldb, depth, panel, width);
      return;
    }
    copyRows(b, bp, ldb, panel, 0, width, depth, columns);
    for (int p = 0; p < depth; p++) {
      Arrays.fill(panel, p * width + columns, (p + 1) * width, 0f);
    }
  }

  /**
   * Rows that lie far apart are in no cache line together, and a call for each would keep the CPU
   * from asking for the next ones ahead. Times 1, because JDK 17 makes an object of a vector that
   * is stored as it was loaded.
   */
  private static void copyVectors(float[] b, int bp, int ldb, int depth, float[] panel, int width) {
    FloatVector one = FloatVector.broadcast(LANE, 1f);
    for (int p = 0; p < depth; p++) {
      int from = bp + p * ldb;
      int to = p * width;
      for (int j = 0; j < width; j += LANES) {
        FloatVector.fromArray(LANE, b, from + j).mul(one).intoArray(panel, to + j);
      }
    }
  }

  /** The same from rows of a transposed B. */
  static void transpose(
      float[] b, int bp, int ldb, int columns, int depth, float[] panel, int width) {
    for (int j = 0; j < columns; j++) {
      column(b, bp + j * ldb, depth, panel, j, width);
    }
    for (int j = columns; j < width; j++) {
      for (int p = 0; p < depth; p++) {
        panel[p * width + j] = 0f;
      }
    }
  }

  private static void column(float[] b, int bp, int depth, float[] panel, int at, int width) {
    for (int p = 0; p < depth; p++) {
      panel[at + p * width] = b[bp + p];
    }
  }
}
