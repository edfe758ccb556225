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

  /**
   * Two panels side by side, one copied behind the other: what is read in one place fills twice as
   * many cache lines.
   */
  static void copyTwo(float[] b, int bp, int ldb, int depth, float[] panels) {
    FloatVector one = FloatVector.broadcast(LANE, 1f);
    int behind = depth * Block8.WIDTH;
    for (int p = 0; p < depth; p++) {
      int from = bp + p * ldb;
      int to = p * Block8.WIDTH;
      FloatVector b0 = FloatVector.fromArray(LANE, b, from).mul(one);
      FloatVector b1 = FloatVector.fromArray(LANE, b, from + LANES).mul(one);
      FloatVector b2 = FloatVector.fromArray(LANE, b, from + 2 * LANES).mul(one);
      FloatVector b3 = FloatVector.fromArray(LANE, b, from + 3 * LANES).mul(one);
      b0.intoArray(panels, to);
      b1.intoArray(panels, to + LANES);
      b2.intoArray(panels, to + behind);
      b3.intoArray(panels, to + behind + LANES);
    }
  }

  /** The same from rows of a transposed B. */
  static void transpose(
      float[] b, int bp, int ldb, int columns, int depth, float[] panel, int width) {
    transpose(b, bp, ldb, columns, depth, panel, 0, width);
    for (int j = columns; j < width; j++) {
      for (int p = 0; p < depth; p++) {
        panel[p * width + j] = 0f;
      }
    }
  }

  /** {@code rows} rows become columns; four at a time, so that neighbours are written together. */
  private static void transpose(
      float[] from, int fp, int fRow, int rows, int depth, float[] to, int tp, int tRow) {
    int fours = rows & -4;
    for (int i = 0; i < fours; i += 4) {
      four(from, fp + i * fRow, fRow, depth, to, tp + i, tRow);
    }
    for (int i = fours; i < rows; i++) {
      column(from, fp + i * fRow, depth, to, tp + i, tRow);
    }
  }

  private static void four(
      float[] from, int fp, int fRow, int depth, float[] to, int tp, int tRow) {
    int f1 = fp + fRow;
    int f2 = f1 + fRow;
    int f3 = f2 + fRow;
    for (int p = 0; p < depth; p++) {
      int at = tp + p * tRow;
      to[at] = from[fp + p];
      to[at + 1] = from[f1 + p];
      to[at + 2] = from[f2 + p];
      to[at + 3] = from[f3 + p];
    }
  }

  private static void column(float[] b, int bp, int depth, float[] panel, int at, int width) {
    for (int p = 0; p < depth; p++) {
      panel[at + p * width] = b[bp + p];
    }
  }

  /** Rows of op(A) that lie side by side in a packed copy: a cache line of each term. */
  static final int PACK = 16;

  /**
   * Rows of op(A) as {@link Block8} reads them: {@link #PACK} numbers for each term, then as many
   * further rows. Where the last ones are fewer, the rest is left as it is.
   */
  static void pack(
      float[] a, int ap, int lda, boolean transA, int rows, int depth, float[] to, int tp) {
    for (int i = 0; i < rows; i += PACK) {
      int n = Math.min(PACK, rows - i);
      int at = tp + i * depth;
      if (!transA) {
        transpose(a, ap + i * lda, lda, n, depth, to, at, PACK);
      } else if (n == PACK) {
        packVectors(a, ap + i, lda, depth, to, at);
      } else {
        copyRows(a, ap + i, lda, to, at, PACK, depth, n);
      }
    }
  }

  private static void packVectors(float[] a, int ap, int lda, int depth, float[] to, int tp) {
    FloatVector one = FloatVector.broadcast(LANE, 1f);
    for (int p = 0; p < depth; p++) {
      for (int j = 0; j < PACK; j += LANES) {
        FloatVector.fromArray(LANE, a, ap + p * lda + j).mul(one).intoArray(to, tp + p * PACK + j);
      }
    }
  }
}
