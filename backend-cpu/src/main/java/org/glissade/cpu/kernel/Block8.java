package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * Blocks of C of eight rows by two vectors, for vectors of which there are 32 registers; {@link
 * VectorMatMul} says what a block is. Steps through A and B are constants where they can be: what
 * is left of the arithmetic of addresses then fits the general registers. Written out because only
 * local variables stay in registers.
 *
 * <p>Of the rows that a block has too many, the last real one is written first with their sums and
 * then with its own.
 */
final class Block8 {
  private Block8() {}

  /** Rows of a block. */
  static final int ROWS = 8;

  /** Floats across a block, and from one term to the next in a copied panel of B. */
  static final int WIDTH = 2 * LANES;

  /** Rows of A as they lie, against a copied panel. */
  static void rows(
      float[] a,
      int ap,
      int aRow,
      float[] b,
      int bp,
      float[] c,
      int cp,
      int cRow,
      int k,
      int rows) {
    int last = rows - 1;
    int a1 = ap + Math.min(1, last) * aRow;
    int a2 = ap + Math.min(2, last) * aRow;
    int a3 = ap + Math.min(3, last) * aRow;
    int a4 = ap + Math.min(4, last) * aRow;
    int a5 = ap + Math.min(5, last) * aRow;
    int a6 = ap + Math.min(6, last) * aRow;
    int a7 = ap + Math.min(7, last) * aRow;
    FloatVector x00 = FloatVector.zero(LANE);
    FloatVector x01 = FloatVector.zero(LANE);
    FloatVector x10 = FloatVector.zero(LANE);
    FloatVector x11 = FloatVector.zero(LANE);
    FloatVector x20 = FloatVector.zero(LANE);
    FloatVector x21 = FloatVector.zero(LANE);
    FloatVector x30 = FloatVector.zero(LANE);
    FloatVector x31 = FloatVector.zero(LANE);
    FloatVector x40 = FloatVector.zero(LANE);
    FloatVector x41 = FloatVector.zero(LANE);
    FloatVector x50 = FloatVector.zero(LANE);
    FloatVector x51 = FloatVector.zero(LANE);
    FloatVector x60 = FloatVector.zero(LANE);
    FloatVector x61 = FloatVector.zero(LANE);
    FloatVector x70 = FloatVector.zero(LANE);
    FloatVector x71 = FloatVector.zero(LANE);
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(LANE, b, bp + p * WIDTH);
      FloatVector b1 = FloatVector.fromArray(LANE, b, bp + p * WIDTH + LANES);
      FloatVector s0 = FloatVector.broadcast(LANE, a[ap + p]);
      x00 = s0.fma(b0, x00);
      x01 = s0.fma(b1, x01);
      FloatVector s1 = FloatVector.broadcast(LANE, a[a1 + p]);
      x10 = s1.fma(b0, x10);
      x11 = s1.fma(b1, x11);
      FloatVector s2 = FloatVector.broadcast(LANE, a[a2 + p]);
      x20 = s2.fma(b0, x20);
      x21 = s2.fma(b1, x21);
      FloatVector s3 = FloatVector.broadcast(LANE, a[a3 + p]);
      x30 = s3.fma(b0, x30);
      x31 = s3.fma(b1, x31);
      FloatVector s4 = FloatVector.broadcast(LANE, a[a4 + p]);
      x40 = s4.fma(b0, x40);
      x41 = s4.fma(b1, x41);
      FloatVector s5 = FloatVector.broadcast(LANE, a[a5 + p]);
      x50 = s5.fma(b0, x50);
      x51 = s5.fma(b1, x51);
      FloatVector s6 = FloatVector.broadcast(LANE, a[a6 + p]);
      x60 = s6.fma(b0, x60);
      x61 = s6.fma(b1, x61);
      FloatVector s7 = FloatVector.broadcast(LANE, a[a7 + p]);
      x70 = s7.fma(b0, x70);
      x71 = s7.fma(b1, x71);
    }
    int c7 = cp + Math.min(7, last) * cRow;
    x70.intoArray(c, c7);
    x71.intoArray(c, c7 + LANES);
    int c6 = cp + Math.min(6, last) * cRow;
    x60.intoArray(c, c6);
    x61.intoArray(c, c6 + LANES);
    int c5 = cp + Math.min(5, last) * cRow;
    x50.intoArray(c, c5);
    x51.intoArray(c, c5 + LANES);
    int c4 = cp + Math.min(4, last) * cRow;
    x40.intoArray(c, c4);
    x41.intoArray(c, c4 + LANES);
    int c3 = cp + Math.min(3, last) * cRow;
    x30.intoArray(c, c3);
    x31.intoArray(c, c3 + LANES);
    int c2 = cp + Math.min(2, last) * cRow;
    x20.intoArray(c, c2);
    x21.intoArray(c, c2 + LANES);
    int c1 = cp + Math.min(1, last) * cRow;
    x10.intoArray(c, c1);
    x11.intoArray(c, c1 + LANES);
    x00.intoArray(c, cp);
    x01.intoArray(c, cp + LANES);
  }

  /** Rows of A packed by {@link Panels#pack} against a copied panel. */
  static void packed(
      float[] a, int ap, float[] b, int bp, float[] c, int cp, int cRow, int k, int rows) {
    FloatVector x00 = FloatVector.zero(LANE);
    FloatVector x01 = FloatVector.zero(LANE);
    FloatVector x10 = FloatVector.zero(LANE);
    FloatVector x11 = FloatVector.zero(LANE);
    FloatVector x20 = FloatVector.zero(LANE);
    FloatVector x21 = FloatVector.zero(LANE);
    FloatVector x30 = FloatVector.zero(LANE);
    FloatVector x31 = FloatVector.zero(LANE);
    FloatVector x40 = FloatVector.zero(LANE);
    FloatVector x41 = FloatVector.zero(LANE);
    FloatVector x50 = FloatVector.zero(LANE);
    FloatVector x51 = FloatVector.zero(LANE);
    FloatVector x60 = FloatVector.zero(LANE);
    FloatVector x61 = FloatVector.zero(LANE);
    FloatVector x70 = FloatVector.zero(LANE);
    FloatVector x71 = FloatVector.zero(LANE);
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(LANE, b, bp + p * WIDTH);
      FloatVector b1 = FloatVector.fromArray(LANE, b, bp + p * WIDTH + LANES);
      FloatVector s0 = FloatVector.broadcast(LANE, a[ap + p * Panels.PACK]);
      x00 = s0.fma(b0, x00);
      x01 = s0.fma(b1, x01);
      FloatVector s1 = FloatVector.broadcast(LANE, a[ap + p * Panels.PACK + 1]);
      x10 = s1.fma(b0, x10);
      x11 = s1.fma(b1, x11);
      FloatVector s2 = FloatVector.broadcast(LANE, a[ap + p * Panels.PACK + 2]);
      x20 = s2.fma(b0, x20);
      x21 = s2.fma(b1, x21);
      FloatVector s3 = FloatVector.broadcast(LANE, a[ap + p * Panels.PACK + 3]);
      x30 = s3.fma(b0, x30);
      x31 = s3.fma(b1, x31);
      FloatVector s4 = FloatVector.broadcast(LANE, a[ap + p * Panels.PACK + 4]);
      x40 = s4.fma(b0, x40);
      x41 = s4.fma(b1, x41);
      FloatVector s5 = FloatVector.broadcast(LANE, a[ap + p * Panels.PACK + 5]);
      x50 = s5.fma(b0, x50);
      x51 = s5.fma(b1, x51);
      FloatVector s6 = FloatVector.broadcast(LANE, a[ap + p * Panels.PACK + 6]);
      x60 = s6.fma(b0, x60);
      x61 = s6.fma(b1, x61);
      FloatVector s7 = FloatVector.broadcast(LANE, a[ap + p * Panels.PACK + 7]);
      x70 = s7.fma(b0, x70);
      x71 = s7.fma(b1, x71);
    }
    int last = rows - 1;
    int c7 = cp + Math.min(7, last) * cRow;
    x70.intoArray(c, c7);
    x71.intoArray(c, c7 + LANES);
    int c6 = cp + Math.min(6, last) * cRow;
    x60.intoArray(c, c6);
    x61.intoArray(c, c6 + LANES);
    int c5 = cp + Math.min(5, last) * cRow;
    x50.intoArray(c, c5);
    x51.intoArray(c, c5 + LANES);
    int c4 = cp + Math.min(4, last) * cRow;
    x40.intoArray(c, c4);
    x41.intoArray(c, c4 + LANES);
    int c3 = cp + Math.min(3, last) * cRow;
    x30.intoArray(c, c3);
    x31.intoArray(c, c3 + LANES);
    int c2 = cp + Math.min(2, last) * cRow;
    x20.intoArray(c, c2);
    x21.intoArray(c, c2 + LANES);
    int c1 = cp + Math.min(1, last) * cRow;
    x10.intoArray(c, c1);
    x11.intoArray(c, c1 + LANES);
    x00.intoArray(c, cp);
    x01.intoArray(c, cp + LANES);
  }
}
