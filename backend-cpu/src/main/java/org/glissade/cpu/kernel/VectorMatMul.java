package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * Matmul by blocks of C that stay in registers: eight rows by two vectors where there are registers
 * and rows enough, else four by four or two, and eight by one. A panel of B as wide as a block and
 * {@link Kernels#DEPTH} terms deep meets all rows of A before the next panel. It is read where it
 * lies, or from a copy in scratch if B is transposed, enough rows meet it, or it hangs over its
 * right edge; over that edge a block of C is a tile in scratch as well. Rows of A are packed, term
 * by term, if A is transposed or many panels meet them.
 *
 * <p>The sums of a panel start at 0; those of panels further down are made in a tile in scratch and
 * added to C. So every element is the sum of chains of fma over {@link Kernels#DEPTH} terms,
 * whatever the blocks are, and rounding grows with the length of a chain rather than with k. Rows
 * that a block has too many repeat its last row and write what that writes, or are written in its
 * place before it.
 */
final class VectorMatMul {
  private VectorMatMul() {}

  /** Vectors across a full panel: on x86 only 512 bits come with the 32 registers that 4 need. */
  private static final int ACROSS = LANES == 8 ? 2 : 4;

  /** Whether the registers hold the sums of {@link Block8}. */
  private static final boolean EIGHT = LANES == 16;

  /**
   * Rows of a block. Six would need all registers but two or three, and then it is a matter of luck
   * whether C2 keeps the sums in them: where it does not, a product takes 2.5 times as long.
   */
  private static final int ROWS = 4;

  private static final int NARROW_ROWS = 8;

  /** Rows of B this far apart share few cache lines. */
  private static final int FAR_APART = EIGHT ? 0 : 512;

  /** So many rows of A must meet a panel for a copy of it to pay. */
  private static final int ENOUGH_ROWS = 48;

  /** So many columns of C must follow from rows of A for a packed copy of them to pay. */
  private static final int ENOUGH_COLUMNS = 384;

  /** Floats of A that are packed at a time: half of a second-level cache. */
  private static final int PACKED = 1 << 17;

  /** Where in the scratch a tile of C begins, behind a panel of B. */
  private static int tile(int k) {
    return ACROSS * LANES * Math.min(k, Kernels.DEPTH);
  }

  /** Where in it packed rows of op(A) begin. */
  private static int packed(int k) {
    return tile(k) + NARROW_ROWS * ACROSS * LANES;
  }

  /** Rows of op(A) that are packed at a time. */
  private static int packedRows(int m, int k) {
    int most = PACKED / Math.max(1, Math.min(k, Kernels.DEPTH)) / Panels.PACK;
    int all = (m + Panels.PACK - 1) / Panels.PACK;
    return Math.max(1, Math.min(most, all)) * Panels.PACK;
  }

  /** Where A is transposed, its packed copy costs little and avoids a cache line for each term. */
  private static boolean isPacked(boolean transA, int rows, int n) {
    return transA ? n > LANES : EIGHT && rows >= ENOUGH_ROWS && n >= ENOUGH_COLUMNS;
  }

  static int scratchFloats(int m, int n, int k, boolean transA) {
    return packed(k) + (isPacked(transA, m, n) ? packedRows(m, k) * Math.min(k, Kernels.DEPTH) : 0);
  }

  static void multiply(
      float[] a,
      int aOff,
      int lda,
      boolean transA,
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
    int all = rowTo - rowFrom;
    boolean packed = isPacked(transA, all, n);
    int most = packed ? packedRows(all, k) : all;
    int p = 0;
    do {
      int depth = Math.min(Kernels.DEPTH, k - p);
      int bp = bOff + (transB ? p : p * ldb);
      boolean more = p > 0;
      for (int i = rowFrom; i < rowTo; i += most) {
        int rows = Math.min(most, rowTo - i);
        int cp = cOff + i * ldc;
        int from = aOff + (transA ? p * lda + i : i * lda + p);
        int own = packed(k);
        if (packed) {
          Panels.pack(a, from, lda, transA, rows, depth, scratch, own);
        }
        panels(
            packed ? scratch : a,
            packed ? own : from,
            transA ? 1 : lda,
            packed ? Panels.PACK : transA ? lda : 1,
            packed,
            b,
            bp,
            ldb,
            transB,
            c,
            cp,
            ldc,
            n,
            depth,
            more,
            rows,
            scratch,
            tile(k));
      }
      p += depth;
    } while (p < k);
  }

  /** Some rows of A, or packed columns, against panels of B that are no deeper than one. */
  private static void panels(
      float[] a,
      int ap,
      int aRow,
      int aStep,
      boolean packed,
      float[] b,
      int bp,
      int ldb,
      boolean transB,
      float[] c,
      int cp,
      int ldc,
      int n,
      int k,
      boolean more,
      int rows,
      float[] scratch,
      int tile) {
    boolean scattered = transB || ldb >= FAR_APART && rows >= ENOUGH_ROWS;
    int across = EIGHT && scattered ? 2 : ACROSS;
    for (int j = 0; j < n; ) {
      int width = panelWidth(n - j, across);
      int columns = Math.min(width, n - j);
      boolean copied = scattered || columns < width;
      boolean two = EIGHT && copied && !transB && n - j >= 2 * width;
      if (two) {
        Panels.copyTwo(b, bp + j, ldb, k, scratch);
      } else if (transB) {
        Panels.transpose(b, bp + j * ldb, ldb, columns, k, scratch, width);
      } else if (copied) {
        Panels.copy(b, bp + j, ldb, columns, k, scratch, width);
      }
      for (int end = two ? j + 2 * width : j + width, at = 0;
          j < end;
          j += width, at += width * k) {
        rows(
            a,
            ap,
            aRow,
            aStep,
            packed,
            copied ? scratch : b,
            copied ? at : bp + j,
            copied ? width : ldb,
            copied,
            c,
            cp + j,
            ldc,
            width,
            columns,
            k,
            more,
            rows,
            scratch,
            tile);
      }
    }
  }

  private static int panelWidth(int columns, int across) {
    int vectors = (columns + LANES - 1) / LANES;
    return LANES * (vectors >= across ? across : vectors >= 2 ? 2 : 1);
  }

  /** All rows against one panel, of which {@code columns} columns are real. */
  private static void rows(
      float[] a,
      int ap,
      int aRow,
      int aStep,
      boolean packed,
      float[] b,
      int bp,
      int bStep,
      boolean copied,
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
    boolean eight = EIGHT && width == Block8.WIDTH && copied;
    int height = width == LANES ? NARROW_ROWS : eight ? Block8.ROWS : ROWS;
    for (int i = 0; i < rows; i += height) {
      int real = Math.min(height, rows - i);
      int at = ap + (packed ? i / Panels.PACK * Panels.PACK * k + i % Panels.PACK : i * aRow);
      int to = cp + i * cRow;
      boolean tiled = more || columns < width;
      float[] out = tiled ? scratch : c;
      int op = tiled ? tile : to;
      int oRow = tiled ? width : cRow;
      if (!eight) {
        block(width, a, at, packed ? 1 : aRow, aStep, b, bp, bStep, out, op, oRow, k, real);
      } else if (packed) {
        Block8.packed(a, at, b, bp, out, op, oRow, k, real);
      } else {
        Block8.rows(a, at, aRow, b, bp, out, op, oRow, k, real);
      }
      if (more) {
        addRows(scratch, tile, width, c, to, cRow, real, columns);
      } else if (tiled) {
        Panels.copyRows(scratch, tile, width, c, to, cRow, real, columns);
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
