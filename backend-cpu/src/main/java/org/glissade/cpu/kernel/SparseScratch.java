package org.glissade.cpu.kernel;

/** What one thread needs to multiply with {@link SparseRows}. */
public final class SparseScratch {
  /** A square of bits. */
  final long[] square = new long[Long.SIZE];

  /** Lines of B for each two rows of A, where C is wide; else for the two at hand. */
  final int[] lines;

  /** How many they are. */
  final int[] counts;

  /** A panel of B. */
  final float[] panel;

  /** A row of B, and one of C. */
  final float[] line;

  final float[] sums;

  SparseScratch(int lines, int counts, int panel, int n) {
    this.lines = new int[lines];
    this.counts = new int[counts];
    this.panel = new float[panel];
    this.line = new float[n];
    this.sums = new float[n];
  }
}
