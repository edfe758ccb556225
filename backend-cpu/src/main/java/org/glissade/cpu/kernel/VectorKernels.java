package org.glissade.cpu.kernel;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
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
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      FloatVector b = load(y, yo + i);
      a.add(b).intoArray(dst, d + i);
    }
    super.add(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void sub(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      FloatVector b = load(y, yo + i);
      a.sub(b).intoArray(dst, d + i);
    }
    super.sub(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void mul(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      FloatVector b = load(y, yo + i);
      a.mul(b).intoArray(dst, d + i);
    }
    super.mul(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void div(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      FloatVector b = load(y, yo + i);
      a.div(b).intoArray(dst, d + i);
    }
    super.div(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void min(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      FloatVector b = load(y, yo + i);
      a.min(b).intoArray(dst, d + i);
    }
    super.min(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void max(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      FloatVector b = load(y, yo + i);
      a.max(b).intoArray(dst, d + i);
    }
    super.max(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void less(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      FloatVector b = load(y, yo + i);
      FloatVector.zero(LANE).blend(1f, a.compare(LT, b)).intoArray(dst, d + i);
    }
    super.less(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void lessEqual(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      FloatVector b = load(y, yo + i);
      FloatVector.zero(LANE).blend(1f, a.compare(LE, b)).intoArray(dst, d + i);
    }
    super.lessEqual(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void equal(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      FloatVector b = load(y, yo + i);
      FloatVector.zero(LANE).blend(1f, a.compare(EQ, b)).intoArray(dst, d + i);
    }
    super.equal(dst, d + whole, x, xo + whole, y, yo + whole, n - whole);
  }

  @Override
  public void addScalar(float[] dst, int d, float[] x, int xo, float s, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      a.add(s).intoArray(dst, d + i);
    }
    super.addScalar(dst, d + whole, x, xo + whole, s, n - whole);
  }

  @Override
  public void mulScalar(float[] dst, int d, float[] x, int xo, float s, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      a.mul(s).intoArray(dst, d + i);
    }
    super.mulScalar(dst, d + whole, x, xo + whole, s, n - whole);
  }

  @Override
  public void neg(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      a.neg().intoArray(dst, d + i);
    }
    super.neg(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void abs(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      a.abs().intoArray(dst, d + i);
    }
    super.abs(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void sign(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      a.blend(1f, a.compare(GT, 0f)).blend(-1f, a.compare(LT, 0f)).intoArray(dst, d + i);
    }
    super.sign(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void sqrt(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      a.sqrt().intoArray(dst, d + i);
    }
    super.sqrt(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void square(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      a.mul(a).intoArray(dst, d + i);
    }
    super.square(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void reciprocalOrZero(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      FloatVector.broadcast(LANE, 1f).div(a).blend(0f, a.compare(EQ, 0f)).intoArray(dst, d + i);
    }
    super.reciprocalOrZero(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void relu(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      a.max(0f).intoArray(dst, d + i);
    }
    super.relu(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void exp(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    VectorMath.exp(dst, d, x, xo, whole);
    super.exp(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void log(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    VectorMath.log(dst, d, x, xo, whole);
    super.log(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void tanh(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    VectorMath.tanh(dst, d, x, xo, whole);
    super.tanh(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void sigmoid(float[] dst, int d, float[] x, int xo, int n) {
    neg(dst, d, x, xo, n);
    exp(dst, d, dst, d, n);
    addScalar(dst, d, dst, d, 1f, n);
    reciprocalOrZero(dst, d, dst, d, n);
  }

  @Override
  public void erf(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    VectorMath.erf(dst, d, x, xo, whole);
    super.erf(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void isFinite(float[] dst, int d, float[] x, int xo, int n) {
    int whole = LANE.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector a = load(x, xo + i);
      FloatVector.zero(LANE).blend(1f, a.abs().compare(LE, Float.MAX_VALUE)).intoArray(dst, d + i);
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
    for (int i = 0; i < whole; i += LANES) {
      VectorMask<Float> taken = load(condition, co + i).compare(NE, 0f);
      load(no, zo + i).blend(load(yes, yo + i), taken).intoArray(dst, d + i);
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

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(LANE, x, at);
  }
}
