package org.glissade.cpu.kernel;

import java.util.Arrays;

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
    copyRows(b, bp, ldb, panel, 0, width, depth, columns);
    if (columns < width) {
      for (int p = 0; p < depth; p++) {
        Arrays.fill(panel, p * width + columns, (p + 1) * width, 0f);
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
