package org.glissade.cpu.kernel;

/** What one thread needs to multiply with {@link SparseRows}. */
public final class SparseScratch {
  /** A square of bits. */
  final long[] square = new long[Long.SIZE];

  /** Lines of B. */
  final int[] lines = new int[Kernels.DEPTH];

  /** A panel of B. */
  final float[] panel;

  /** A row of B, and one of C. */
  final float[] line;

  final float[] sums;

  SparseScratch(int n, int panel) {
    this.panel = new float[panel];
    this.line = new float[n];
    this.sums = new float[n];
  }
}
