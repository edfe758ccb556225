package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Lanes.LANE;

import jdk.incubator.vector.FloatVector;

/**
 * Blocks of C one vector wide; {@link VectorMatMul} says what a block is. Written out because only
 * local variables stay in registers.
 */
final class Block1 {
  private Block1() {}

  /** Six rows, of which the last {@code 6 - rows} repeat the one before. */
  static void six(
      float[] a,
      int ap,
      int aRow,
      int aStep,
      float[] b,
      int bp,
      int bStep,
      float[] c,
      int cp,
      int cRow,
      int k,
      int rows) {
    int r1 = Math.min(1, rows - 1);
    int r2 = Math.min(2, rows - 1);
    int r3 = Math.min(3, rows - 1);
    int r4 = Math.min(4, rows - 1);
    int r5 = Math.min(5, rows - 1);
    int a1 = ap + r1 * aRow;
    int a2 = ap + r2 * aRow;
    int a3 = ap + r3 * aRow;
    int a4 = ap + r4 * aRow;
    int a5 = ap + r5 * aRow;
    int c1 = cp + r1 * cRow;
    int c2 = cp + r2 * cRow;
    int c3 = cp + r3 * cRow;
    int c4 = cp + r4 * cRow;
    int c5 = cp + r5 * cRow;
    FloatVector x00 = FloatVector.zero(LANE);
    FloatVector x10 = FloatVector.zero(LANE);
    FloatVector x20 = FloatVector.zero(LANE);
    FloatVector x30 = FloatVector.zero(LANE);
    FloatVector x40 = FloatVector.zero(LANE);
    FloatVector x50 = FloatVector.zero(LANE);
    for (int p = 0, q = 0; p < k; p++, q += aStep, bp += bStep) {
      FloatVector b0 = FloatVector.fromArray(LANE, b, bp);
      FloatVector s0 = FloatVector.broadcast(LANE, a[ap + q]);
      x00 = s0.fma(b0, x00);
      FloatVector s1 = FloatVector.broadcast(LANE, a[a1 + q]);
      x10 = s1.fma(b0, x10);
      FloatVector s2 = FloatVector.broadcast(LANE, a[a2 + q]);
      x20 = s2.fma(b0, x20);
      FloatVector s3 = FloatVector.broadcast(LANE, a[a3 + q]);
      x30 = s3.fma(b0, x30);
      FloatVector s4 = FloatVector.broadcast(LANE, a[a4 + q]);
      x40 = s4.fma(b0, x40);
      FloatVector s5 = FloatVector.broadcast(LANE, a[a5 + q]);
      x50 = s5.fma(b0, x50);
    }
    x00.intoArray(c, cp);
    x10.intoArray(c, c1);
    x20.intoArray(c, c2);
    x30.intoArray(c, c3);
    x40.intoArray(c, c4);
    x50.intoArray(c, c5);
  }

  /** Four rows, of which the last {@code 4 - rows} repeat the one before. */
  static void four(
      float[] a,
      int ap,
      int aRow,
      int aStep,
      float[] b,
      int bp,
      int bStep,
      float[] c,
      int cp,
      int cRow,
      int k,
      int rows) {
    int r1 = Math.min(1, rows - 1);
    int r2 = Math.min(2, rows - 1);
    int r3 = Math.min(3, rows - 1);
    int a1 = ap + r1 * aRow;
    int a2 = ap + r2 * aRow;
    int a3 = ap + r3 * aRow;
    int c1 = cp + r1 * cRow;
    int c2 = cp + r2 * cRow;
    int c3 = cp + r3 * cRow;
    FloatVector x00 = FloatVector.zero(LANE);
    FloatVector x10 = FloatVector.zero(LANE);
    FloatVector x20 = FloatVector.zero(LANE);
    FloatVector x30 = FloatVector.zero(LANE);
    for (int p = 0, q = 0; p < k; p++, q += aStep, bp += bStep) {
      FloatVector b0 = FloatVector.fromArray(LANE, b, bp);
      FloatVector s0 = FloatVector.broadcast(LANE, a[ap + q]);
      x00 = s0.fma(b0, x00);
      FloatVector s1 = FloatVector.broadcast(LANE, a[a1 + q]);
      x10 = s1.fma(b0, x10);
      FloatVector s2 = FloatVector.broadcast(LANE, a[a2 + q]);
      x20 = s2.fma(b0, x20);
      FloatVector s3 = FloatVector.broadcast(LANE, a[a3 + q]);
      x30 = s3.fma(b0, x30);
    }
    x00.intoArray(c, cp);
    x10.intoArray(c, c1);
    x20.intoArray(c, c2);
    x30.intoArray(c, c3);
  }
}
