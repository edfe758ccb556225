package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * Blocks of C two vectors wide; {@link VectorMatMul} says what a block is. Written out because only
 * local variables stay in registers.
 */
final class Block2 {
  private Block2() {}

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
    FloatVector x10 = FloatVector.zero(LANE);
    FloatVector x11 = FloatVector.zero(LANE);
    FloatVector x20 = FloatVector.zero(LANE);
    FloatVector x21 = FloatVector.zero(LANE);
    FloatVector x30 = FloatVector.zero(LANE);
    FloatVector x31 = FloatVector.zero(LANE);
    for (int p = 0, q = 0; p < k; p++, q += aStep, bp += bStep) {
      FloatVector b0 = FloatVector.fromArray(LANE, b, bp);
      FloatVector b1 = FloatVector.fromArray(LANE, b, bp + LANES);
      FloatVector s0 = FloatVector.broadcast(LANE, a[ap + q]);
      x00 = s0.fma(b0, x00);
      x01 = s0.fma(b1, x01);
      FloatVector s1 = FloatVector.broadcast(LANE, a[a1 + q]);
      x10 = s1.fma(b0, x10);
      x11 = s1.fma(b1, x11);
      FloatVector s2 = FloatVector.broadcast(LANE, a[a2 + q]);
      x20 = s2.fma(b0, x20);
      x21 = s2.fma(b1, x21);
      FloatVector s3 = FloatVector.broadcast(LANE, a[a3 + q]);
      x30 = s3.fma(b0, x30);
      x31 = s3.fma(b1, x31);
    }
    x00.intoArray(c, cp);
    x01.intoArray(c, cp + LANES);
    x10.intoArray(c, c1);
    x11.intoArray(c, c1 + LANES);
    x20.intoArray(c, c2);
    x21.intoArray(c, c2 + LANES);
    x30.intoArray(c, c3);
    x31.intoArray(c, c3 + LANES);
  }
}
