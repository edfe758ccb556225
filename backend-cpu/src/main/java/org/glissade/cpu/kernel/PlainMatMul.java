package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Fused.fma;

/**
 * Matmul by plain loops: blocks of C of four rows and columns, in local variables. A block over the
 * edge of C repeats the last row or column, and does not store it. Sums are made as {@link
 * VectorMatMul} makes them, with the same bits.
 */
final class PlainMatMul {
  private PlainMatMul() {}

  static void multiply(
      float[] a,
      int aOff,
      int aRow,
      int aStep,
      float[] b,
      int bOff,
      int bColumn,
      int bStep,
      float[] c,
      int cOff,
      int ldc,
      int n,
      int k,
      int rowFrom,
      int rowTo) {
    int p = 0;
    do {
      int depth = Math.min(Kernels.DEPTH, k - p);
      for (int j = 0; j < n; j += 4) {
        int bp = bOff + j * bColumn + p * bStep;
        int columns = Math.min(4, n - j);
        for (int i = rowFrom; i < rowTo; i += 4) {
          int ap = aOff + i * aRow + p * aStep;
          int cp = cOff + i * ldc + j;
          int rows = Math.min(4, rowTo - i);
          block(a, ap, aRow, aStep, b, bp, bColumn, bStep, c, cp, ldc, depth, p > 0, rows, columns);
        }
      }
      p += depth;
    } while (p < k);
  }

  private static void block(
      float[] a,
      int ap,
      int aRow,
      int aStep,
      float[] b,
      int bp,
      int bColumn,
      int bStep,
      float[] c,
      int cp,
      int ldc,
      int k,
      boolean more,
      int rows,
      int columns) {
    float x00 = 0f;
    float x01 = 0f;
    float x02 = 0f;
    float x03 = 0f;
    float x10 = 0f;
    float x11 = 0f;
    float x12 = 0f;
    float x13 = 0f;
    float x20 = 0f;
    float x21 = 0f;
    float x22 = 0f;
    float x23 = 0f;
    float x30 = 0f;
    float x31 = 0f;
    float x32 = 0f;
    float x33 = 0f;
    int a1 = Math.min(1, rows - 1) * aRow;
    int a2 = Math.min(2, rows - 1) * aRow;
    int a3 = Math.min(3, rows - 1) * aRow;
    int b1 = Math.min(1, columns - 1) * bColumn;
    int b2 = Math.min(2, columns - 1) * bColumn;
    int b3 = Math.min(3, columns - 1) * bColumn;
    for (int p = 0, q = ap, r = bp; p < k; p++, q += aStep, r += bStep) {
      float y0 = b[r];
      float y1 = b[r + b1];
      float y2 = b[r + b2];
      float y3 = b[r + b3];
      float s = a[q];
      x00 = fma(s, y0, x00);
      x01 = fma(s, y1, x01);
      x02 = fma(s, y2, x02);
      x03 = fma(s, y3, x03);
      s = a[q + a1];
      x10 = fma(s, y0, x10);
      x11 = fma(s, y1, x11);
      x12 = fma(s, y2, x12);
      x13 = fma(s, y3, x13);
      s = a[q + a2];
      x20 = fma(s, y0, x20);
      x21 = fma(s, y1, x21);
      x22 = fma(s, y2, x22);
      x23 = fma(s, y3, x23);
      s = a[q + a3];
      x30 = fma(s, y0, x30);
      x31 = fma(s, y1, x31);
      x32 = fma(s, y2, x32);
      x33 = fma(s, y3, x33);
    }
    store(c, cp, columns, more, x00, x01, x02, x03);
    if (rows > 1) {
      store(c, cp + ldc, columns, more, x10, x11, x12, x13);
    }
    if (rows > 2) {
      store(c, cp + 2 * ldc, columns, more, x20, x21, x22, x23);
    }
    if (rows > 3) {
      store(c, cp + 3 * ldc, columns, more, x30, x31, x32, x33);
    }
  }

  private static void store(
      float[] c, int cp, int columns, boolean more, float x0, float x1, float x2, float x3) {
    c[cp] = more ? x0 + c[cp] : x0;
    if (columns > 1) {
      c[cp + 1] = more ? x1 + c[cp + 1] : x1;
    }
    if (columns > 2) {
      c[cp + 2] = more ? x2 + c[cp + 2] : x2;
    }
    if (columns > 3) {
      c[cp + 3] = more ? x3 + c[cp + 3] : x3;
    }
  }
}
