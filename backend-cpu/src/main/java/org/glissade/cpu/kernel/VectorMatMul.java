package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Lanes.LANES;

/**
 * Matmul by blocks of C that stay in registers: six rows, or four, by as many vectors as fit. A
 * panel of B as wide as a block and {@link #DEPTH} terms deep meets all rows of A before the next
 * panel. It is read where it lies, or from a copy in scratch if B is transposed or the panel hangs
 * over B's right edge; over that edge a block of C is a tile in scratch as well.
 *
 * <p>The sums of a block start at 0, or where the panel above left them in C. So every element is
 * one chain of fma over k, whatever the blocks and panels are. Rows that a block has too many
 * repeat its last row, and write what that writes.
 */
final class VectorMatMul {
  private VectorMatMul() {}

  /** Terms of a panel: at most 128 KB of B, which leaves room in a second-level cache. */
  private static final int DEPTH = 512;

  /** Vectors across a full panel: on x86 only 512 bits come with the 32 registers that 4 need. */
  private static final int ACROSS = LANES == 8 ? 2 : 4;

  private static final int MOST_ROWS = 6;

  static int scratchFloats(int n, int k, boolean transB) {
    return transB || n % LANES != 0 ? ACROSS * LANES * (Math.min(k, DEPTH) + MOST_ROWS) : 0;
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
    for (int j = 0; j < n; ) {
      int width = panelWidth(n - j);
      int columns = Math.min(width, n - j);
      int p = 0;
      do {
        int depth = Math.min(DEPTH, k - p);
        boolean more = p > 0;
        int at = ap + p * aStep;
        if (transB) {
          Panels.transpose(b, bOff + j * ldb + p, ldb, columns, depth, scratch, width);
        } else if (columns < width) {
          Panels.copy(b, bOff + p * ldb + j, ldb, columns, depth, scratch, width);
        }
        if (columns < width) {
          edge(a, at, aRow, aStep, scratch, width, c, cp + j, ldc, columns, depth, more, rows);
        } else if (transB) {
          rows(a, at, aRow, aStep, scratch, 0, width, c, cp + j, ldc, width, depth, more, rows);
        } else {
          int bp = bOff + p * ldb + j;
          rows(a, at, aRow, aStep, b, bp, ldb, c, cp + j, ldc, width, depth, more, rows);
        }
        p += depth;
      } while (p < k);
      j += width;
    }
  }

  private static int panelWidth(int columns) {
    int vectors = (columns + LANES - 1) / LANES;
    return LANES * (vectors >= ACROSS ? ACROSS : vectors >= 2 ? 2 : 1);
  }

  /** All rows against one panel. */
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
      int k,
      boolean more,
      int rows) {
    for (int i = 0; i < rows; ) {
      int height = blockHeight(rows - i);
      int real = Math.min(height, rows - i);
      int at = ap + i * aRow;
      int to = cp + i * cRow;
      block(height, width, a, at, aRow, aStep, b, bp, bStep, c, to, cRow, k, more, real);
      i += height;
    }
  }

  /** All rows against a copied panel of which only some columns are real. */
  private static void edge(
      float[] a,
      int ap,
      int aRow,
      int aStep,
      float[] scratch,
      int width,
      float[] c,
      int cp,
      int cRow,
      int columns,
      int k,
      boolean more,
      int rows) {
    int tile = k * width;
    for (int i = 0; i < rows; ) {
      int height = blockHeight(rows - i);
      int real = Math.min(height, rows - i);
      int at = ap + i * aRow;
      int to = cp + i * cRow;
      if (more) {
        Panels.copyRows(c, to, cRow, scratch, tile, width, real, columns);
      }
      block(
          height, width, a, at, aRow, aStep, scratch, 0, width, scratch, tile, width, k, more,
          real);
      Panels.copyRows(scratch, tile, width, c, to, cRow, real, columns);
      i += height;
    }
  }

  /** Sixes and fours that waste at most one row, if there are more than two. */
  private static int blockHeight(int rows) {
    return (rows + 1) / 2 % 3 == 0 ? 6 : 4;
  }

  private static void block(
      int height,
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
      boolean more,
      int rows) {
    if (height == 6) {
      switch (width / LANES) {
        case 4 -> Block4.six(a, ap, aRow, aStep, b, bp, bStep, c, cp, cRow, k, more, rows);
        case 2 -> Block2.six(a, ap, aRow, aStep, b, bp, bStep, c, cp, cRow, k, more, rows);
        default -> Block1.six(a, ap, aRow, aStep, b, bp, bStep, c, cp, cRow, k, more, rows);
      }
    } else {
      switch (width / LANES) {
        case 4 -> Block4.four(a, ap, aRow, aStep, b, bp, bStep, c, cp, cRow, k, more, rows);
        case 2 -> Block2.four(a, ap, aRow, aStep, b, bp, bStep, c, cp, cRow, k, more, rows);
        default -> Block1.four(a, ap, aRow, aStep, b, bp, bStep, c, cp, cRow, k, more, rows);
      }
    }
  }
}
