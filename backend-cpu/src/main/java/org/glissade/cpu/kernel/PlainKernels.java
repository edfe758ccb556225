package org.glissade.cpu.kernel;

import java.util.Arrays;

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
  public void add(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = x[xo + i] + y[yo + i];
    }
  }

  @Override
  public void sub(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = x[xo + i] - y[yo + i];
    }
  }

  @Override
  public void mul(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = x[xo + i] * y[yo + i];
    }
  }

  @Override
  public void div(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = x[xo + i] / y[yo + i];
    }
  }

  @Override
  public void min(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = Math.min(x[xo + i], y[yo + i]);
    }
  }

  @Override
  public void max(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = Math.max(x[xo + i], y[yo + i]);
    }
  }

  @Override
  public void less(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = x[xo + i] < y[yo + i] ? 1f : 0f;
    }
  }

  @Override
  public void lessEqual(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = x[xo + i] <= y[yo + i] ? 1f : 0f;
    }
  }

  @Override
  public void equal(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = x[xo + i] == y[yo + i] ? 1f : 0f;
    }
  }

  @Override
  public void addScalar(float[] dst, int d, float[] x, int xo, float s, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = x[xo + i] + s;
    }
  }

  @Override
  public void mulScalar(float[] dst, int d, float[] x, int xo, float s, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = x[xo + i] * s;
    }
  }

  @Override
  public void neg(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = -x[xo + i];
    }
  }

  @Override
  public void abs(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = Math.abs(x[xo + i]);
    }
  }

  @Override
  public void sign(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = Math.signum(x[xo + i]);
    }
  }

  @Override
  public void sqrt(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = (float) Math.sqrt(x[xo + i]);
    }
  }

  @Override
  public void square(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = x[xo + i] * x[xo + i];
    }
  }

  @Override
  public void reciprocalOrZero(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = x[xo + i] == 0f ? 0f : 1f / x[xo + i];
    }
  }

  @Override
  public void relu(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = Math.max(x[xo + i], 0f);
    }
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
  public void isFinite(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = Float.isFinite(x[xo + i]) ? 1f : 0f;
    }
  }

  @Override
  public void copy(float[] dst, int d, float[] x, int xo, int n) {
    System.arraycopy(x, xo, dst, d, n);
  }

  @Override
  public void fill(float[] dst, int d, float value, int n) {
    Arrays.fill(dst, d, d + n, value);
  }

  @Override
  public void select(
      float[] dst,
      int d,
      float[] condition,
      int co,
      float[] yes,
      int yo,
      float[] no,
      int zo,
      int n) {
    for (int i = 0; i < n; i++) {
      dst[d + i] = condition[co + i] != 0f ? yes[yo + i] : no[zo + i];
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
  public void accumulateColumns(double[] acc, int ao, float[] x, int xo, int n) {
    for (int j = 0; j < n; j++) {
      acc[ao + j] += x[xo + j];
    }
  }
}
