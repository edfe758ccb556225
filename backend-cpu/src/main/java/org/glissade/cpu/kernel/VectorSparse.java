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

  static SparseScratch scratch(int m, int n, int k) {
    int pairs = isWide(n) ? (m + 1) / 2 : 1;
    int levels = (k + Kernels.DEPTH - 1) / Kernels.DEPTH;
    int panel = n < FAR_APART ? 0 : ACROSS * LANES * k;
    return new SparseScratch(pairs * k, pairs * levels, panel, Math.min(n, LANES));
  }

  /** Whether C has several panels, so that lists of lines are kept from the first one on. */
  private static boolean isWide(int n) {
    return width(LANE.loopBound(n)) < LANE.loopBound(n);
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
      panel(
          width,
          a,
          transA,
          copied ? scratch.panel : b,
          copied ? 0 : bOff + j,
          copied ? width : ldb,
          c,
          cOff + j,
          ldc,
          k,
          rowFrom,
          rowTo,
          scratch,
          isWide(n),
          j > 0);
    }
    if (whole < n) {
      PlainSparse.multiply(
          a, transA, b, bOff, ldb, c, cOff, ldc, whole, n, k, rowFrom, rowTo, scratch);
    }
  }

  /** All rows against one panel; lists of lines may be kept, or be there from the one before. */
  private static void panel(
      int width,
      SparseRows a,
      boolean transA,
      float[] b,
      int bp,
      int bStep,
      float[] c,
      int cp,
      int ldc,
      int k,
      int rowFrom,
      int rowTo,
      SparseScratch scratch,
      boolean kept,
      boolean listed) {
    int list = 0;
    int place = 0;
    for (int row = rowFrom; row < rowTo; row += 2) {
      int second = Math.min(row + 1, rowTo - 1);
      for (int p = 0; p < k; p += Kernels.DEPTH) {
        int end = Math.min(k, p + Kernels.DEPTH);
        if (!listed) {
          scratch.counts[list] = a.list(transA, row, second, p, end, scratch.lines, place);
        }
        block(
            width,
            a,
            transA,
            row,
            second,
            scratch.lines,
            place,
            scratch.counts[list],
            b,
            bp,
            bStep,
            c,
            cp + row * ldc,
            cp + second * ldc,
            p > 0);
        list += kept ? 1 : 0;
        place += kept ? end - p : 0;
      }
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
      int place,
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
              a, transA, first, second, lines, place, count, b, bp, bStep, c, cp, next, more);
      case 4 ->
          SparseBlocks.four(
              a, transA, first, second, lines, place, count, b, bp, bStep, c, cp, next, more);
      default ->
          SparseBlocks.one(
              a, transA, first, second, lines, place, count, b, bp, bStep, c, cp, next, more);
    }
  }
}
