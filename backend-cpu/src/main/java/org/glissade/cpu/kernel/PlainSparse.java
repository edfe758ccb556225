package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Fused.fma;

import java.util.Arrays;

/** The loops of {@link VectorSparse} without vectors, with the same bits. */
final class PlainSparse {
  private PlainSparse() {}

  /** Columns {@code left} to {@code right} of C. */
  static void multiply(
      SparseRows a,
      boolean transA,
      float[] b,
      int bOff,
      int ldb,
      float[] c,
      int cOff,
      int ldc,
      int left,
      int right,
      int k,
      int rowFrom,
      int rowTo,
      SparseScratch scratch) {
    int n = right - left;
    for (int row = rowFrom; row < rowTo; row++) {
      int cp = cOff + row * ldc + left;
      for (int p = 0; p < k; p += Kernels.DEPTH) {
        sum(a, transA, row, p, Math.min(k, p + Kernels.DEPTH), b, bOff + left, ldb, n, scratch);
        for (int j = 0; j < n; j++) {
          c[cp + j] = p > 0 ? c[cp + j] + scratch.sums[j] : scratch.sums[j];
        }
      }
    }
  }

  private static void sum(
      SparseRows a,
      boolean transA,
      int row,
      int from,
      int end,
      float[] b,
      int bp,
      int ldb,
      int n,
      SparseScratch scratch) {
    Arrays.fill(scratch.sums, 0, n, 0f);
    BitMatrix bits = a.bits(transA);
    for (int w = from / Long.SIZE; w < BitMatrix.words(end); w++) {
      for (long some = bits.word(row, w); some != 0; some &= some - 1) {
        int line = w * Long.SIZE + Long.numberOfTrailingZeros(some);
        System.arraycopy(b, bp + line * ldb, scratch.line, 0, n);
        add(a.number(transA, row, line), scratch.line, scratch.sums, n);
      }
    }
  }

  /** C2 makes vectors of a loop in which all arrays have the same index, and of no other. */
  private static void add(float s, float[] line, float[] sums, int n) {
    for (int j = 0; j < n; j++) {
      sums[j] = fma(s, line[j], sums[j]);
    }
  }
}
