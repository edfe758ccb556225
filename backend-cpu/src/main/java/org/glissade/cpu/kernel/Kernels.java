package org.glissade.cpu.kernel;

/**
 * What the backend computes with. A tile is {@code n} consecutive floats of an array from an offset
 * on; the target may be one of the sources (same array and offset), but may not overlap it
 * otherwise. A result does not depend on where a tile begins or ends, on the width of the vectors,
 * or on whether there are vectors at all: as long as the CPU has a fused multiply-add, the bits are
 * the same.
 *
 * <p>Safe for any number of threads; scratch belongs to the caller. NaN passes through every
 * function of a value; a comparison with NaN fails.
 */
public interface Kernels {

  /** The fastest kernels that this JVM can run, once it has compiled them. */
  static Kernels best() {
    return KernelChoice.ofThisJvm(0);
  }

  /**
   * As {@link #best}, for a program that has just begun: what gains least by vectors turns to them
   * after some time. Bits are the same.
   */
  static Kernels starting() {
    return KernelChoice.ofThisJvm(VectorKernels.EARLY);
  }

  /** One line for a person: what computes, and, where it is not the fastest way, why not. */
  String describe();

  /** Floats of a vector; 1 where there are none. */
  int lanes();

  // ---- matmul

  /**
   * Terms of a panel of a matrix product. A panel of B this deep, 128 KB at most, leaves room in a
   * second-level cache, and sums of this many terms, added to each other, round less than one long
   * sum.
   */
  int DEPTH = 512;

  /** How many floats of scratch {@link #matmul} needs for these extents. */
  int scratchFloats(int m, int n, int k, boolean transA, boolean transB);

  /**
   * Rows {@code rowFrom} (inclusive) to {@code rowTo} (exclusive) of {@code C = op(A)·op(B)}, all
   * row-major, where op transposes if its flag says so. Each element is a sum over panels of {@link
   * #DEPTH} terms, each of them {@code fma(a, b, sum)} in ascending order from 0, however the rows
   * are split.
   *
   * @param a op(A) is [m, k]: A is [m, k], or [k, m] if {@code transA}; {@code lda} floats a row
   * @param b op(B) is [k, n]: B is [k, n], or [n, k] if {@code transB}; {@code ldb} floats a row
   * @param c [m, n], {@code ldc} floats a row; overwritten; overlaps neither A nor B
   * @param scratch at least {@link #scratchFloats} floats, used by no other thread
   */
  void matmul(
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
      float[] scratch);

  /**
   * The density of A up to which {@link #sparseMatmul} and what it takes to leave out the zeros are
   * faster than {@link #matmul}.
   */
  double sparseUpTo();

  /** What a thread needs for {@link #sparseMatmul} with these extents. */
  SparseScratch sparseScratch(int m, int n, int k);

  /**
   * As {@link #matmul}, where most of A is 0, and A is [m, k], or [k, m] if {@code transA} and then
   * {@linkplain SparseRows#transpose transposed}. The bits are the same, but that 0 times an
   * infinity or NaN in B counts as 0.
   */
  void sparseMatmul(
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
      SparseScratch scratch);

  // ---- functions of one tile

  /** {@code e^x}, within 2 ulp. */
  void exp(float[] dst, int d, float[] x, int xo, int n);

  /** The natural logarithm, within 2 ulp. */
  void log(float[] dst, int d, float[] x, int xo, int n);

  /** The hyperbolic tangent, within 4 ulp. */
  void tanh(float[] dst, int d, float[] x, int xo, int n);

  /** {@code 1/(1 + e^-x)}, within 4 ulp; 0 below -88.4, where the true value is under 1e-38. */
  void sigmoid(float[] dst, int d, float[] x, int xo, int n);

  /** The error function, within 1e-7 and within 4 ulp. */
  void erf(float[] dst, int d, float[] x, int xo, int n);

  /** Bytes, 0 to 255, as floats. */
  void widen(float[] dst, int d, byte[] x, int xo, int n);

  // ---- reductions

  /**
   * The sum, in double: lane {@code i mod 16} takes element i of the whole groups of 16, the lanes
   * are added in halves (8 apart, 4, 2, 1), and the remaining elements follow one by one.
   */
  double sum(float[] x, int o, int n);

  /** The sum of the squares, in double, in the order of {@link #sum}. */
  double sumOfSquares(float[] x, int o, int n);

  /** The sum of the products, in double, in the order of {@link #sum}. */
  double dot(float[] x, int xo, float[] y, int yo, int n);

  /** The largest element as by {@link Math#max(float, float)}; -∞ if there is none. */
  float max(float[] x, int o, int n);

  /** {@code acc[j] += x[j]}, in double. */
  void accumulateColumns(double[] acc, int ao, float[] x, int xo, int n);

  /** {@code acc[j] += x[r·n + j]²} for each of some rows, one row after the other, in double. */
  void accumulateSquares(double[] acc, int ao, float[] x, int xo, int n, int rows);
}
