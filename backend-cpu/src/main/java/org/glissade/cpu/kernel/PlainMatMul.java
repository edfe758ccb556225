package org.glissade.cpu.kernel;

import java.util.Arrays;

/**
 * Matmul by plain loops, row by row, so that a compiler can turn the inner one into vectors. Sums
 * are made as {@link VectorMatMul} makes them, with the same bits.
 */
final class PlainMatMul {
  private PlainMatMul() {}

  /** One row of C, and a transposed panel of B. */
  static int scratchFloats(int n, int k, boolean transB) {
    return n + (transB ? n * Math.min(k, Kernels.DEPTH) : 0);
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
    int p = 0;
    do {
      int depth = Math.min(Kernels.DEPTH, k - p);
      if (transB) {
        transpose(b, bOff + p, ldb, n, depth, scratch, n);
      }
      float[] panel = transB ? scratch : b;
      int at = transB ? n : bOff + p * ldb;
      for (int i = rowFrom; i < rowTo; i++) {
        int ap = aOff + i * aRow + p * aStep;
        row(a, ap, aStep, panel, at, transB ? n : ldb, scratch, n, depth);
        store(scratch, c, cOff + i * ldc, n, p > 0);
      }
      p += depth;
    } while (p < k);
  }

  private static void transpose(
      float[] b, int from, int ldb, int n, int depth, float[] scratch, int to) {
    for (int j = 0; j < n; j++) {
      for (int p = 0; p < depth; p++) {
        scratch[to + p * n + j] = b[from + j * ldb + p];
      }
    }
  }

  private static void row(
      float[] a, int ap, int aStep, float[] b, int bp, int bRow, float[] sums, int n, int depth) {
    Arrays.fill(sums, 0, n, 0);
    for (int p = 0; p < depth; p++) {
      axpy(a[ap + p * aStep], b, bp + p * bRow, sums, n);
    }
  }

  private static void axpy(float s, float[] b, int bp, float[] sums, int n) {
    for (int j = 0; j < n; j++) {
      sums[j] = Fused.fma(s, b[bp + j], sums[j]);
    }
  }

  private static void store(float[] sums, float[] c, int cp, int n, boolean more) {
    for (int j = 0; j < n; j++) {
      c[cp + j] = more ? sums[j] + c[cp + j] : sums[j];
    }
  }
}
