package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

import jdk.incubator.vector.VectorShape;

/**
 * Vector API loops over whole vectors, and the plain loop for the rest: JDK 17 has no masked load
 * or store that is fast.
 */
final class VectorKernels extends PlainKernels {

  VectorKernels() {
    super("Vector API, " + LANES + " float lanes (" + LANE.vectorBitSize() + " bits)");
  }

  /** The widest vectors of this JVM, in bits. */
  static int preferredBits() {
    return VectorShape.preferredShape().vectorBitSize();
  }

  @Override
  public int scratchFloats(int m, int n, int k, boolean transA, boolean transB) {
    return VectorMatMul.scratchFloats(k);
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
    int aRow = transA ? 1 : lda;
    int aStep = transA ? lda : 1;
    VectorMatMul.multiply(
        a, aOff, aRow, aStep, b, bOff, ldb, transB, c, cOff, ldc, n, k, rowFrom, rowTo, scratch);
  }

  @Override
  public void add(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.add(dst, d, x, xo, y, yo, whole);
    }
    super.add(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void sub(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.sub(dst, d, x, xo, y, yo, whole);
    }
    super.sub(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void mul(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.mul(dst, d, x, xo, y, yo, whole);
    }
    super.mul(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void div(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.div(dst, d, x, xo, y, yo, whole);
    }
    super.div(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void min(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.min(dst, d, x, xo, y, yo, whole);
    }
    super.min(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void max(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.max(dst, d, x, xo, y, yo, whole);
    }
    super.max(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void less(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.less(dst, d, x, xo, y, yo, whole);
    }
    super.less(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void lessEqual(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.lessEqual(dst, d, x, xo, y, yo, whole);
    }
    super.lessEqual(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void equal(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.equal(dst, d, x, xo, y, yo, whole);
    }
    super.equal(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void addScalar(float[] dst, int d, float[] x, int xo, float s, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.addScalar(dst, d, x, xo, s, whole);
    }
    super.addScalar(dst, d + whole, x, xo + whole, s, n - whole);
  }

  @Override
  public void mulScalar(float[] dst, int d, float[] x, int xo, float s, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.mulScalar(dst, d, x, xo, s, whole);
    }
    super.mulScalar(dst, d + whole, x, xo + whole, s, n - whole);
  }

  @Override
  public void neg(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.neg(dst, d, x, xo, whole);
    }
    super.neg(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void abs(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.abs(dst, d, x, xo, whole);
    }
    super.abs(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void sign(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.sign(dst, d, x, xo, whole);
    }
    super.sign(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void sqrt(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.sqrt(dst, d, x, xo, whole);
    }
    super.sqrt(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void square(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.square(dst, d, x, xo, whole);
    }
    super.square(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void reciprocalOrZero(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.reciprocalOrZero(dst, d, x, xo, whole);
    }
    super.reciprocalOrZero(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void relu(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.relu(dst, d, x, xo, whole);
    }
    super.relu(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void exp(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMath.exp(dst, d, x, xo, whole);
    }
    super.exp(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void log(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMath.log(dst, d, x, xo, whole);
    }
    super.log(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void tanh(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMath.tanh(dst, d, x, xo, whole);
    }
    super.tanh(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void sigmoid(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMath.sigmoid(dst, d, x, xo, whole);
    }
    super.sigmoid(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void erf(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMath.erf(dst, d, x, xo, whole);
    }
    super.erf(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void isFinite(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.isFinite(dst, d, x, xo, whole);
    }
    super.isFinite(dst, d + whole, x, xo + whole, n - whole);
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
    int whole = LANE.loopBound(n);
    if (whole > 0) {
      VectorMaps.select(dst, d, condition, co, yes, yo, no, zo, whole);
    }
    super.select(dst, d + whole, condition, co + whole, yes, yo + whole, no, zo + whole, n - whole);
  }

  @Override
  public double sum(float[] x, int o, int n) {
    return VectorReductions.sum(x, o, n);
  }

  @Override
  public double sumOfSquares(float[] x, int o, int n) {
    return VectorReductions.sumOfSquares(x, o, n);
  }

  @Override
  public double dot(float[] x, int xo, float[] y, int yo, int n) {
    return VectorReductions.dot(x, xo, y, yo, n);
  }

  @Override
  public float max(float[] x, int o, int n) {
    return VectorReductions.max(x, o, n);
  }

  @Override
  public void accumulateColumns(double[] acc, int ao, float[] x, int xo, int n) {
    VectorReductions.accumulateColumns(acc, ao, x, xo, n);
  }
}
