package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * Blocks of C four vectors wide; {@link VectorMatMul} says what a block is. Written out because
 * only local variables stay in registers.
 */
final class Block4 {
  private Block4() {}

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
    FloatVector x01 = FloatVector.zero(LANE);
    FloatVector x02 = FloatVector.zero(LANE);
    FloatVector x03 = FloatVector.zero(LANE);
    FloatVector x10 = FloatVector.zero(LANE);
    FloatVector x11 = FloatVector.zero(LANE);
    FloatVector x12 = FloatVector.zero(LANE);
    FloatVector x13 = FloatVector.zero(LANE);
    FloatVector x20 = FloatVector.zero(LANE);
    FloatVector x21 = FloatVector.zero(LANE);
    FloatVector x22 = FloatVector.zero(LANE);
    FloatVector x23 = FloatVector.zero(LANE);
    FloatVector x30 = FloatVector.zero(LANE);
    FloatVector x31 = FloatVector.zero(LANE);
    FloatVector x32 = FloatVector.zero(LANE);
    FloatVector x33 = FloatVector.zero(LANE);
    for (int p = 0, q = 0; p < k; p++, q += aStep, bp += bStep) {
      FloatVector b0 = FloatVector.fromArray(LANE, b, bp);
      FloatVector b1 = FloatVector.fromArray(LANE, b, bp + LANES);
      FloatVector b2 = FloatVector.fromArray(LANE, b, bp + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(LANE, b, bp + 3 * LANES);
      FloatVector s0 = FloatVector.broadcast(LANE, a[ap + q]);
      x00 = s0.fma(b0, x00);
      x01 = s0.fma(b1, x01);
      x02 = s0.fma(b2, x02);
      x03 = s0.fma(b3, x03);
      FloatVector s1 = FloatVector.broadcast(LANE, a[a1 + q]);
      x10 = s1.fma(b0, x10);
      x11 = s1.fma(b1, x11);
      x12 = s1.fma(b2, x12);
      x13 = s1.fma(b3, x13);
      FloatVector s2 = FloatVector.broadcast(LANE, a[a2 + q]);
      x20 = s2.fma(b0, x20);
      x21 = s2.fma(b1, x21);
      x22 = s2.fma(b2, x22);
      x23 = s2.fma(b3, x23);
      FloatVector s3 = FloatVector.broadcast(LANE, a[a3 + q]);
      x30 = s3.fma(b0, x30);
      x31 = s3.fma(b1, x31);
      x32 = s3.fma(b2, x32);
      x33 = s3.fma(b3, x33);
    }
    x00.intoArray(c, cp);
    x01.intoArray(c, cp + LANES);
    x02.intoArray(c, cp + 2 * LANES);
    x03.intoArray(c, cp + 3 * LANES);
    x10.intoArray(c, c1);
    x11.intoArray(c, c1 + LANES);
    x12.intoArray(c, c1 + 2 * LANES);
    x13.intoArray(c, c1 + 3 * LANES);
    x20.intoArray(c, c2);
    x21.intoArray(c, c2 + LANES);
    x22.intoArray(c, c2 + 2 * LANES);
    x23.intoArray(c, c2 + 3 * LANES);
    x30.intoArray(c, c3);
    x31.intoArray(c, c3 + LANES);
    x32.intoArray(c, c3 + 2 * LANES);
    x33.intoArray(c, c3 + 3 * LANES);
  }
}
