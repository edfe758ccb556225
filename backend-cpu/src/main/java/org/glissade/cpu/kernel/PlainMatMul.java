package org.glissade.cpu.kernel;

/** Matmul by plain loops. */
final class PlainMatMul {
  private PlainMatMul() {}

  static int scratchFloats(int n, int k) {
    return 0;
  }

  static void multiply(
      float[] a,
      int aOff,
      int aRow,
      int aStep,
      float[] b,
      int bOff,
      int bRow,
      int bStep,
      float[] c,
      int cOff,
      int ldc,
      int n,
      int k,
      int rowFrom,
      int rowTo,
      float[] scratch) {
    for (int i = rowFrom; i < rowTo; i++)
      for (int j = 0; j < n; j++) {
        float s = 0;
        for (int p = 0; p < k; p++)
          s = Fused.fma(a[aOff + i * aRow + p * aStep], b[bOff + j * bRow + p * bStep], s);
        c[cOff + i * ldc + j] = s;
      }
  }
}
