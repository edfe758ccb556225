package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * Blocks of C of two rows, for {@link VectorSparse}: sums of some rows of B, each times a number of
 * either row of A, {@code n} of those that are listed from a place on. Of two rows that are one the
 * first is what C keeps. Written out because only local variables stay in registers.
 */
final class SparseBlocks {
  private SparseBlocks() {}

  static void eight(
      SparseRows a,
      boolean transA,
      int first,
      int second,
      int[] lines,
      int place,
      int n,
      float[] b,
      int bp,
      int bStep,
      float[] c,
      int cp,
      int next,
      boolean more) {
    int[] places = transA ? a.begins : a.steps;
    int begin = transA ? first : a.begins[first];
    int apart = transA ? second - first : a.begins[second] - begin;
    byte[] bytes = a.bytes;
    float[] numbers = a.numbers;
    FloatVector x0 = FloatVector.zero(LANE);
    FloatVector x1 = FloatVector.zero(LANE);
    FloatVector x2 = FloatVector.zero(LANE);
    FloatVector x3 = FloatVector.zero(LANE);
    FloatVector x4 = FloatVector.zero(LANE);
    FloatVector x5 = FloatVector.zero(LANE);
    FloatVector x6 = FloatVector.zero(LANE);
    FloatVector x7 = FloatVector.zero(LANE);
    FloatVector y0 = FloatVector.zero(LANE);
    FloatVector y1 = FloatVector.zero(LANE);
    FloatVector y2 = FloatVector.zero(LANE);
    FloatVector y3 = FloatVector.zero(LANE);
    FloatVector y4 = FloatVector.zero(LANE);
    FloatVector y5 = FloatVector.zero(LANE);
    FloatVector y6 = FloatVector.zero(LANE);
    FloatVector y7 = FloatVector.zero(LANE);
    for (int i = place; i < place + n; i++) {
      int line = lines[i];
      int at = bp + line * bStep;
      int number = begin + places[line];
      FloatVector s = FloatVector.broadcast(LANE, numbers[bytes[number] & 0xff]);
      FloatVector t = FloatVector.broadcast(LANE, numbers[bytes[number + apart] & 0xff]);
      FloatVector b0 = FloatVector.fromArray(LANE, b, at);
      x0 = s.fma(b0, x0);
      y0 = t.fma(b0, y0);
      FloatVector b1 = FloatVector.fromArray(LANE, b, at + LANES);
      x1 = s.fma(b1, x1);
      y1 = t.fma(b1, y1);
      FloatVector b2 = FloatVector.fromArray(LANE, b, at + 2 * LANES);
      x2 = s.fma(b2, x2);
      y2 = t.fma(b2, y2);
      FloatVector b3 = FloatVector.fromArray(LANE, b, at + 3 * LANES);
      x3 = s.fma(b3, x3);
      y3 = t.fma(b3, y3);
      FloatVector b4 = FloatVector.fromArray(LANE, b, at + 4 * LANES);
      x4 = s.fma(b4, x4);
      y4 = t.fma(b4, y4);
      FloatVector b5 = FloatVector.fromArray(LANE, b, at + 5 * LANES);
      x5 = s.fma(b5, x5);
      y5 = t.fma(b5, y5);
      FloatVector b6 = FloatVector.fromArray(LANE, b, at + 6 * LANES);
      x6 = s.fma(b6, x6);
      y6 = t.fma(b6, y6);
      FloatVector b7 = FloatVector.fromArray(LANE, b, at + 7 * LANES);
      x7 = s.fma(b7, x7);
      y7 = t.fma(b7, y7);
    }
    if (more) {
      FloatVector u0 = x0.add(FloatVector.fromArray(LANE, c, cp));
      y0.add(FloatVector.fromArray(LANE, c, next)).intoArray(c, next);
      u0.intoArray(c, cp);
      FloatVector u1 = x1.add(FloatVector.fromArray(LANE, c, cp + LANES));
      y1.add(FloatVector.fromArray(LANE, c, next + LANES)).intoArray(c, next + LANES);
      u1.intoArray(c, cp + LANES);
      FloatVector u2 = x2.add(FloatVector.fromArray(LANE, c, cp + 2 * LANES));
      y2.add(FloatVector.fromArray(LANE, c, next + 2 * LANES)).intoArray(c, next + 2 * LANES);
      u2.intoArray(c, cp + 2 * LANES);
      FloatVector u3 = x3.add(FloatVector.fromArray(LANE, c, cp + 3 * LANES));
      y3.add(FloatVector.fromArray(LANE, c, next + 3 * LANES)).intoArray(c, next + 3 * LANES);
      u3.intoArray(c, cp + 3 * LANES);
      FloatVector u4 = x4.add(FloatVector.fromArray(LANE, c, cp + 4 * LANES));
      y4.add(FloatVector.fromArray(LANE, c, next + 4 * LANES)).intoArray(c, next + 4 * LANES);
      u4.intoArray(c, cp + 4 * LANES);
      FloatVector u5 = x5.add(FloatVector.fromArray(LANE, c, cp + 5 * LANES));
      y5.add(FloatVector.fromArray(LANE, c, next + 5 * LANES)).intoArray(c, next + 5 * LANES);
      u5.intoArray(c, cp + 5 * LANES);
      FloatVector u6 = x6.add(FloatVector.fromArray(LANE, c, cp + 6 * LANES));
      y6.add(FloatVector.fromArray(LANE, c, next + 6 * LANES)).intoArray(c, next + 6 * LANES);
      u6.intoArray(c, cp + 6 * LANES);
      FloatVector u7 = x7.add(FloatVector.fromArray(LANE, c, cp + 7 * LANES));
      y7.add(FloatVector.fromArray(LANE, c, next + 7 * LANES)).intoArray(c, next + 7 * LANES);
      u7.intoArray(c, cp + 7 * LANES);
    } else {
      y0.intoArray(c, next);
      y1.intoArray(c, next + LANES);
      y2.intoArray(c, next + 2 * LANES);
      y3.intoArray(c, next + 3 * LANES);
      y4.intoArray(c, next + 4 * LANES);
      y5.intoArray(c, next + 5 * LANES);
      y6.intoArray(c, next + 6 * LANES);
      y7.intoArray(c, next + 7 * LANES);
      x0.intoArray(c, cp);
      x1.intoArray(c, cp + LANES);
      x2.intoArray(c, cp + 2 * LANES);
      x3.intoArray(c, cp + 3 * LANES);
      x4.intoArray(c, cp + 4 * LANES);
      x5.intoArray(c, cp + 5 * LANES);
      x6.intoArray(c, cp + 6 * LANES);
      x7.intoArray(c, cp + 7 * LANES);
    }
  }

  static void four(
      SparseRows a,
      boolean transA,
      int first,
      int second,
      int[] lines,
      int place,
      int n,
      float[] b,
      int bp,
      int bStep,
      float[] c,
      int cp,
      int next,
      boolean more) {
    int[] places = transA ? a.begins : a.steps;
    int begin = transA ? first : a.begins[first];
    int apart = transA ? second - first : a.begins[second] - begin;
    byte[] bytes = a.bytes;
    float[] numbers = a.numbers;
    FloatVector x0 = FloatVector.zero(LANE);
    FloatVector x1 = FloatVector.zero(LANE);
    FloatVector x2 = FloatVector.zero(LANE);
    FloatVector x3 = FloatVector.zero(LANE);
    FloatVector y0 = FloatVector.zero(LANE);
    FloatVector y1 = FloatVector.zero(LANE);
    FloatVector y2 = FloatVector.zero(LANE);
    FloatVector y3 = FloatVector.zero(LANE);
    for (int i = place; i < place + n; i++) {
      int line = lines[i];
      int at = bp + line * bStep;
      int number = begin + places[line];
      FloatVector s = FloatVector.broadcast(LANE, numbers[bytes[number] & 0xff]);
      FloatVector t = FloatVector.broadcast(LANE, numbers[bytes[number + apart] & 0xff]);
      FloatVector b0 = FloatVector.fromArray(LANE, b, at);
      x0 = s.fma(b0, x0);
      y0 = t.fma(b0, y0);
      FloatVector b1 = FloatVector.fromArray(LANE, b, at + LANES);
      x1 = s.fma(b1, x1);
      y1 = t.fma(b1, y1);
      FloatVector b2 = FloatVector.fromArray(LANE, b, at + 2 * LANES);
      x2 = s.fma(b2, x2);
      y2 = t.fma(b2, y2);
      FloatVector b3 = FloatVector.fromArray(LANE, b, at + 3 * LANES);
      x3 = s.fma(b3, x3);
      y3 = t.fma(b3, y3);
    }
    if (more) {
      FloatVector u0 = x0.add(FloatVector.fromArray(LANE, c, cp));
      y0.add(FloatVector.fromArray(LANE, c, next)).intoArray(c, next);
      u0.intoArray(c, cp);
      FloatVector u1 = x1.add(FloatVector.fromArray(LANE, c, cp + LANES));
      y1.add(FloatVector.fromArray(LANE, c, next + LANES)).intoArray(c, next + LANES);
      u1.intoArray(c, cp + LANES);
      FloatVector u2 = x2.add(FloatVector.fromArray(LANE, c, cp + 2 * LANES));
      y2.add(FloatVector.fromArray(LANE, c, next + 2 * LANES)).intoArray(c, next + 2 * LANES);
      u2.intoArray(c, cp + 2 * LANES);
      FloatVector u3 = x3.add(FloatVector.fromArray(LANE, c, cp + 3 * LANES));
      y3.add(FloatVector.fromArray(LANE, c, next + 3 * LANES)).intoArray(c, next + 3 * LANES);
      u3.intoArray(c, cp + 3 * LANES);
    } else {
      y0.intoArray(c, next);
      y1.intoArray(c, next + LANES);
      y2.intoArray(c, next + 2 * LANES);
      y3.intoArray(c, next + 3 * LANES);
      x0.intoArray(c, cp);
      x1.intoArray(c, cp + LANES);
      x2.intoArray(c, cp + 2 * LANES);
      x3.intoArray(c, cp + 3 * LANES);
    }
  }

  static void one(
      SparseRows a,
      boolean transA,
      int first,
      int second,
      int[] lines,
      int place,
      int n,
      float[] b,
      int bp,
      int bStep,
      float[] c,
      int cp,
      int next,
      boolean more) {
    int[] places = transA ? a.begins : a.steps;
    int begin = transA ? first : a.begins[first];
    int apart = transA ? second - first : a.begins[second] - begin;
    byte[] bytes = a.bytes;
    float[] numbers = a.numbers;
    FloatVector x0 = FloatVector.zero(LANE);
    FloatVector y0 = FloatVector.zero(LANE);
    for (int i = place; i < place + n; i++) {
      int line = lines[i];
      int at = bp + line * bStep;
      int number = begin + places[line];
      FloatVector s = FloatVector.broadcast(LANE, numbers[bytes[number] & 0xff]);
      FloatVector t = FloatVector.broadcast(LANE, numbers[bytes[number + apart] & 0xff]);
      FloatVector b0 = FloatVector.fromArray(LANE, b, at);
      x0 = s.fma(b0, x0);
      y0 = t.fma(b0, y0);
    }
    if (more) {
      FloatVector u0 = x0.add(FloatVector.fromArray(LANE, c, cp));
      y0.add(FloatVector.fromArray(LANE, c, next)).intoArray(c, next);
      u0.intoArray(c, cp);
    } else {
      y0.intoArray(c, next);
      x0.intoArray(c, cp);
    }
  }
}
