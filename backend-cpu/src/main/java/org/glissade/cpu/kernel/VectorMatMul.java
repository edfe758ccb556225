package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * Matmul by blocks of C that stay in registers: four rows by four or two vectors, or eight by one.
 * A panel of B as wide as a block and {@link Kernels#DEPTH} terms deep meets all rows of A before
 * the next panel. It is read where it lies, or from a copy in scratch if B is transposed, its rows
 * lie far apart, or the panel hangs over its right edge; over that edge a block of C is a tile in
 * scratch as well.
 *
 * <p>The sums of a panel start at 0; those of panels further down are made in a tile in scratch and
 * added to C. So every element is the sum of chains of fma over {@link Kernels#DEPTH} terms,
 * whatever the blocks are, and rounding grows with the length of a chain rather than with k. Rows
 * that a block has too many repeat its last row, and write what that writes.
 */
final class VectorMatMul {
  private VectorMatMul() {}

  /** Vectors across a full panel: on x86 only 512 bits come with the 32 registers that 4 need. */
  private static final int ACROSS = LANES == 8 ? 2 : 4;

  /**
   * Rows of a block. Six would need all registers but two or three, and then it is a matter of luck
   * whether C2 keeps the sums in them: where it does not, a product takes 2.5 times as long.
   */
  private static final int ROWS = 4;

  private static final int NARROW_ROWS = 8;

  /**
   * Rows of B this far apart share few cache lines, and are copied if enough rows of A meet them.
   */
  private static final int FAR_APART = 512;

  private static final int ENOUGH_ROWS = 48;

  static int scratchFloats(int k) {
    return panelFloats(k) + ROWS * ACROSS * LANES;
  }

  private static int panelFloats(int k) {
    return ACROSS * LANES * Math.min(k, Kernels.DEPTH);
  }

  static void multiply(
      float[] a,
      int aOff,
      int aRow,
      int aStep,
      float[] b,
      int bOff,
      int ldb,
      boolean transB,
      float[] c,
      int cOff,
      int ldc,
      int n,
      int k,
      int rowFrom,
      int rowTo,
      float[] scratch) {
    int rows = rowTo - rowFrom;
    int ap = aOff + rowFrom * aRow;
    int cp = cOff + rowFrom * ldc;
    boolean scattered = transB || ldb >= FAR_APART && rows >= ENOUGH_ROWS;
    for (int j = 0; j < n; ) {
      int width = panelWidth(n - j);
      int columns = Math.min(width, n - j);
      int p = 0;
      do {
        int depth = Math.min(Kernels.DEPTH, k - p);
        int at = ap + p * aStep;
        boolean copied = scattered || columns < width;
        if (transB) {
          Panels.transpose(b, bOff + j * ldb + p, ldb, columns, depth, scratch, width);
        } else if (copied) {
          Panels.copy(b, bOff + p * ldb + j, ldb, columns, depth, scratch, width);
        }
        rows(
            a,
            at,
            aRow,
            aStep,
            copied ? scratch : b,
            copied ? 0 : bOff + p * ldb + j,
            copied ? width : ldb,
            c,
            cp + j,
            ldc,
            width,
            columns,
            depth,
            p > 0,
            rows,
            scratch,
            panelFloats(k));
        p += depth;
      } while (p < k);
      j += width;
    }
  }

  private static int panelWidth(int columns) {
    int vectors = (columns + LANES - 1) / LANES;
    return LANES * (vectors >= ACROSS ? ACROSS : vectors >= 2 ? 2 : 1);
  }

  /** All rows against one panel, of which {@code columns} columns are real. */
  private static void rows(
      float[] a,
      int ap,
      int aRow,
      int aStep,
      float[] b,
      int bp,
      int bStep,
      float[] c,
      int cp,
      int cRow,
      int width,
      int columns,
      int k,
      boolean more,
      int rows,
      float[] scratch,
      int tile) {
    int height = width == LANES ? NARROW_ROWS : ROWS;
    for (int i = 0; i < rows; i += height) {
      int real = Math.min(height, rows - i);
      int at = ap + i * aRow;
      int to = cp + i * cRow;
      if (more || columns < width) {
        block(width, a, at, aRow, aStep, b, bp, bStep, scratch, tile, width, k, real);
        if (more) {
          addRows(scratch, tile, width, c, to, cRow, real, columns);
        } else {
          Panels.copyRows(scratch, tile, width, c, to, cRow, real, columns);
        }
      } else {
        block(width, a, at, aRow, aStep, b, bp, bStep, c, to, cRow, k, real);
      }
    }
  }

  private static void addRows(
      float[] from, int fp, int fRow, float[] to, int tp, int tRow, int rows, int columns) {
    int bound = columns / LANES * LANES;
    for (int i = 0; i < rows; i++) {
      int x = fp + i * fRow;
      int y = tp + i * tRow;
      if (bound > 0) {
        addVectors(to, y, from, x, bound);
      }
      for (int j = bound; j < columns; j++) {
        to[y + j] += from[x + j];
      }
    }
  }

  private static void addVectors(float[] to, int y, float[] from, int x, int n) {
    for (int j = 0; j < n; j += LANES) {
      FloatVector a = FloatVector.fromArray(LANE, from, x + j);
      FloatVector b = FloatVector.fromArray(LANE, to, y + j);
      a.add(b).intoArray(to, y + j);
    }
  }

  private static void block(
      int width,
      float[] a,
      int ap,
      int aRow,
      int aStep,
      float[] b,
      int bp,
      int bStep,
      float[] c,
      int cp,
      int cRow,
      int k,
      int rows) {
    switch (width / LANES) {
      case 4 -> Block4.four(a, ap, aRow, aStep, b, bp, bStep, c, cp, cRow, k, rows);
      case 2 -> Block2.four(a, ap, aRow, aStep, b, bp, bStep, c, cp, cRow, k, rows);
      default -> Block1.eight(a, ap, aRow, aStep, b, bp, bStep, c, cp, cRow, k, rows);
    }
  }
}
