package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

/**
 * Products with a sparse A: a row of C is the sum of those rows of B that A's numbers stand for.
 * Two rows of A are taken together, because what is not 0 in one often is not 0 in its neighbour,
 * and a row of B is then read once for both. Bits are those of {@link VectorMatMul}: to add 0·b
 * changes nothing.
 */
final class VectorSparse {
  private VectorSparse() {}

  /** Vectors across a block: two rows of them, as many as there are registers for. */
  private static final int ACROSS = LANES == 8 ? 4 : 8;

  /** As in {@link VectorMatMul}: rows of B this far apart are copied for many rows of A. */
  private static final int FAR_APART = 512;

  private static final int ENOUGH_ROWS = 48;

  static SparseScratch scratch(int n, int k) {
    return new SparseScratch(Math.min(n, LANES), n < FAR_APART ? 0 : ACROSS * LANES * k);
  }

  static void multiply(
      SparseRows a,
      boolean transA,
      float[] b,
      int bOff,
      int ldb,
      float[] c,
      int cOff,
      int ldc,
      int n,
      int k,
      int rowFrom,
      int rowTo,
      SparseScratch scratch) {
    boolean copied = ldb >= FAR_APART && rowTo - rowFrom >= ENOUGH_ROWS;
    int whole = LANE.loopBound(n);
    for (int j = 0, width; j < whole; j += width) {
      width = width(whole - j);
      if (copied) {
        Panels.copy(b, bOff + j, ldb, width, k, scratch.panel, width);
      }
      float[] panel = copied ? scratch.panel : b;
      int from = copied ? 0 : bOff + j;
      int step = copied ? width : ldb;
      for (int row = rowFrom; row < rowTo; row += 2) {
        int second = Math.min(row + 1, rowTo - 1);
        int cp = cOff + j + row * ldc;
        int next = cOff + j + second * ldc;
        for (int p = 0; p < k; p += Kernels.DEPTH) {
          int end = Math.min(k, p + Kernels.DEPTH);
          int count = a.list(transA, row, second, p, end, scratch.lines);
          block(
              width,
              a,
              transA,
              row,
              second,
              scratch.lines,
              count,
              panel,
              from,
              step,
              c,
              cp,
              next,
              p > 0);
        }
      }
    }
    if (whole < n) {
      PlainSparse.multiply(
          a, transA, b, bOff, ldb, c, cOff, ldc, whole, n, k, rowFrom, rowTo, scratch);
    }
  }

  private static int width(int columns) {
    int vectors = columns / LANES;
    return LANES * (vectors >= 8 && ACROSS == 8 ? 8 : vectors >= 4 ? 4 : 1);
  }

  private static void block(
      int width,
      SparseRows a,
      boolean transA,
      int first,
      int second,
      int[] lines,
      int count,
      float[] b,
      int bp,
      int bStep,
      float[] c,
      int cp,
      int next,
      boolean more) {
    switch (width / LANES) {
      case 8 ->
          SparseBlocks.eight(
              a, transA, first, second, lines, count, b, bp, bStep, c, cp, next, more);
      case 4 ->
          SparseBlocks.four(
              a, transA, first, second, lines, count, b, bp, bStep, c, cp, next, more);
      default ->
          SparseBlocks.one(a, transA, first, second, lines, count, b, bp, bStep, c, cp, next, more);
    }
  }
}
