package org.glissade.cpu.kernel;

/** Loops that any JVM runs, for what the Vector API is not there to do, and for what it leaves. */
class PlainKernels implements Kernels {
  private final String description;

  /**
   * @param description what {@link #describe} says
   */
  PlainKernels(String description) {
    this.description = description;
  }

  @Override
  public final String describe() {
    return description;
  }

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public int scratchFloats(int m, int n, int k, boolean transA, boolean transB) {
    return 0;
  }

  @Override
  public void matmul(
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
      int m,
      int n,
      int k,
      int rowFrom,
      int rowTo,
      float[] scratch) {
    PlainMatMul.multiply(
        a,
        aOff,
        transA ? 1 : lda,
        transA ? lda : 1,
        b,
        bOff,
        transB ? ldb : 1,
        transB ? 1 : ldb,
        c,
        cOff,
        ldc,
        n,
        k,
        rowFrom,
        rowTo);
  }

  @Override
  public double sparseUpTo() {
    return 0.9;
  }

  @Override
  public SparseScratch sparseScratch(int m, int n, int k) {
    return new SparseScratch(0, 0, 0, n);
  }

  @Override
  public void sparseMatmul(
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
    PlainSparse.multiply(a, transA, b, bOff, ldb, c, cOff, ldc, 0, n, k, rowFrom, rowTo, scratch);
  }

  @Override
  public void exp(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = PlainMath.exp(x[xo + i]);
    }
  }

  @Override
  public void log(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = PlainMath.log(x[xo + i]);
    }
  }

  @Override
  public void tanh(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = PlainMath.tanh(x[xo + i]);
    }
  }

  @Override
  public void sigmoid(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = PlainMath.sigmoid(x[xo + i]);
    }
  }

  @Override
  public void erf(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = PlainMath.erf(x[xo + i]);
    }
  }

  @Override
  public double sum(float[] x, int o, int n) {
    return PlainReductions.sum(x, o, n);
  }

  @Override
  public double sumOfSquares(float[] x, int o, int n) {
    return PlainReductions.dot(x, o, x, o, n);
  }

  @Override
  public double dot(float[] x, int xo, float[] y, int yo, int n) {
    return PlainReductions.dot(x, xo, y, yo, n);
  }

  @Override
  public float max(float[] x, int o, int n) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      most = Math.max(most, x[o + i]);
    }
    return most;
  }

  @Override
  public void widen(float[] dst, int d, byte[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = x[xo + i] & 0xff;
    }
  }

  @Override
  public void accumulateSquares(double[] acc, int ao, float[] x, int xo, int n, int rows) {
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < n; j++) {
        double value = x[xo + r * n + j];
        acc[ao + j] += value * value;
      }
    }
  }

  @Override
  public void accumulateColumns(double[] acc, int ao, float[] x, int xo, int n) {
    for (int j = 0; j < n; j++) {
      acc[ao + j] += x[xo + j];
    }
  }
}
