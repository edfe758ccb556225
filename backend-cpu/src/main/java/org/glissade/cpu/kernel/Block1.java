package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Lanes.LANE;

import jdk.incubator.vector.FloatVector;

/**
 * Blocks of C one vector wide; {@link VectorMatMul} says what a block is. Eight rows, because fewer
 * sums at a time would wait for each other.
 */
final class Block1 {
  private Block1() {}

  /** Eight rows, of which the last {@code 8 - rows} repeat the one before. */
  static void eight(
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
    int r6 = Math.min(6, rows - 1);
    int r7 = Math.min(7, rows - 1);
    int a1 = ap + r1 * aRow;
    int a2 = ap + r2 * aRow;
    int a3 = ap + r3 * aRow;
    int a4 = ap + r4 * aRow;
    int a5 = ap + r5 * aRow;
    int a6 = ap + r6 * aRow;
    int a7 = ap + r7 * aRow;
    FloatVector x0 = FloatVector.zero(LANE);
    FloatVector x1 = FloatVector.zero(LANE);
    FloatVector x2 = FloatVector.zero(LANE);
    FloatVector x3 = FloatVector.zero(LANE);
    FloatVector x4 = FloatVector.zero(LANE);
    FloatVector x5 = FloatVector.zero(LANE);
    FloatVector x6 = FloatVector.zero(LANE);
    FloatVector x7 = FloatVector.zero(LANE);
    for (int p = 0, q = 0; p < k; p++, q += aStep, bp += bStep) {
      FloatVector y = FloatVector.fromArray(LANE, b, bp);
      x0 = FloatVector.broadcast(LANE, a[ap + q]).fma(y, x0);
      x1 = FloatVector.broadcast(LANE, a[a1 + q]).fma(y, x1);
      x2 = FloatVector.broadcast(LANE, a[a2 + q]).fma(y, x2);
      x3 = FloatVector.broadcast(LANE, a[a3 + q]).fma(y, x3);
      x4 = FloatVector.broadcast(LANE, a[a4 + q]).fma(y, x4);
      x5 = FloatVector.broadcast(LANE, a[a5 + q]).fma(y, x5);
      x6 = FloatVector.broadcast(LANE, a[a6 + q]).fma(y, x6);
      x7 = FloatVector.broadcast(LANE, a[a7 + q]).fma(y, x7);
    }
    x0.intoArray(c, cp);
    x1.intoArray(c, cp + r1 * cRow);
    x2.intoArray(c, cp + r2 * cRow);
    x3.intoArray(c, cp + r3 * cRow);
    x4.intoArray(c, cp + r4 * cRow);
    x5.intoArray(c, cp + r5 * cRow);
    x6.intoArray(c, cp + r6 * cRow);
    x7.intoArray(c, cp + r7 * cRow);
  }
}
