package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

import jdk.incubator.vector.VectorShape;

/**
 * Vector API loops over whole vectors, and the plain loop for the rest: JDK 17 has no masked load
 * or store that is fast.
 *
 * <p>Functions and reductions may begin with plain loops, which have the same bits. C2 takes longer
 * to compile their vectors than some hundred million elements gain by them, and in that time the
 * matrix products, which gain most, would have to wait for it.
 */
final class VectorKernels extends PlainKernels {
  /** How much of them, as {@link #vectors} counts: somewhat more than an epoch of MNIST. */
  static final int EARLY = 5 << 26;

  /** What a call counts beside its elements, for many have but a few. */
  private static final int CALL = 512;

  private int early;

  /**
   * @param early how much functions and reductions leave to plain loops before they turn to vectors
   */
  VectorKernels(int early) {
    super("Vector API, " + LANES + " float lanes (" + LANE.vectorBitSize() + " bits)");
    this.early = early;
  }

  /**
   * Whether vectors are for the next n elements. Where threads count at the same time, one count
   * may be lost, and the turn comes a little later.
   */
  boolean vectors(int n) {
    if (early <= 0) {
      return true;
    }
    early -= n + CALL;
    return false;
  }

  /** The widest vectors of this JVM, in bits. */
  static int preferredBits() {
    return VectorShape.preferredShape().vectorBitSize();
  }

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public int scratchFloats(int m, int n, int k, boolean transA, boolean transB) {
    return VectorMatMul.scratchFloats(m, n, k, transA);
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
    VectorMatMul.multiply(
        a, aOff, lda, transA, b, bOff, ldb, transB, c, cOff, ldc, n, k, rowFrom, rowTo, scratch);
  }

  @Override
  public double sparseUpTo() {
    return 0.4;
  }

  @Override
  public SparseScratch sparseScratch(int m, int n, int k) {
    return VectorSparse.scratch(m, n, k);
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
    VectorSparse.multiply(a, transA, b, bOff, ldb, c, cOff, ldc, n, k, rowFrom, rowTo, scratch);
  }

  @Override
  public void exp(float[] dst, int d, float[] x, int xo, int n) {
    int whole = vectors(n) ? LANE.loopBound(n) : 0;
    if (whole > 0) {
      VectorMath.exp(dst, d, x, xo, whole);
    }
    super.exp(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void log(float[] dst, int d, float[] x, int xo, int n) {
    int whole = vectors(n) ? LANE.loopBound(n) : 0;
    if (whole > 0) {
      VectorMath.log(dst, d, x, xo, whole);
    }
    super.log(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void tanh(float[] dst, int d, float[] x, int xo, int n) {
    int whole = vectors(n) ? LANE.loopBound(n) : 0;
    if (whole > 0) {
      VectorMath.tanh(dst, d, x, xo, whole);
    }
    super.tanh(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void sigmoid(float[] dst, int d, float[] x, int xo, int n) {
    int whole = vectors(n) ? LANE.loopBound(n) : 0;
    if (whole > 0) {
      VectorMath.sigmoid(dst, d, x, xo, whole);
    }
    super.sigmoid(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void erf(float[] dst, int d, float[] x, int xo, int n) {
    int whole = vectors(n) ? LANE.loopBound(n) : 0;
    if (whole > 0) {
      VectorMath.erf(dst, d, x, xo, whole);
    }
    super.erf(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public double sum(float[] x, int o, int n) {
    return vectors(n) ? VectorReductions.sum(x, o, n) : super.sum(x, o, n);
  }

  @Override
  public double sumOfSquares(float[] x, int o, int n) {
    return vectors(n) ? VectorReductions.sumOfSquares(x, o, n) : super.sumOfSquares(x, o, n);
  }

  @Override
  public double dot(float[] x, int xo, float[] y, int yo, int n) {
    return vectors(n) ? VectorReductions.dot(x, xo, y, yo, n) : super.dot(x, xo, y, yo, n);
  }

  @Override
  public float max(float[] x, int o, int n) {
    return vectors(n) ? VectorReductions.max(x, o, n) : super.max(x, o, n);
  }

  @Override
  public void widen(float[] dst, int d, byte[] x, int xo, int n) {
    int whole = LANES < 8 ? 0 : LANE.loopBound(n);
    if (whole > 0) {
      VectorBytes.widen(dst, d, x, xo, whole);
    }
    super.widen(dst, d + whole, x, xo + whole, n - whole);
  }

  @Override
  public void accumulateSquares(double[] acc, int ao, float[] x, int xo, int n, int rows) {
    if (vectors(n * rows)) {
      VectorReductions.accumulateSquares(acc, ao, x, xo, n, rows);
    } else {
      super.accumulateSquares(acc, ao, x, xo, n, rows);
    }
  }

  @Override
  public void accumulateColumns(double[] acc, int ao, float[] x, int xo, int n) {
    if (vectors(n)) {
      VectorReductions.accumulateColumns(acc, ao, x, xo, n);
    } else {
      super.accumulateColumns(acc, ao, x, xo, n);
    }
  }
}
