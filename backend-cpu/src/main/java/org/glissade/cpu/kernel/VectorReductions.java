package org.glissade.cpu.kernel;

import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.MAX;
import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums in double over the same 16 lanes and the same tree as {@link PlainReductions}: two vectors
 * of doubles hold them at 512 bits, four at 256; at 128 the plain loops are as good. A square or
 * product of floats is exact in double, so nothing depends on fusing.
 */
final class VectorReductions {
  private VectorReductions() {}

  private static final VectorSpecies<Double> DOUBLE = LANE.withLanes(double.class);
  private static final int DOUBLES = DOUBLE.length();
  private static final VectorSpecies<Float> HALF =
      VectorSpecies.of(float.class, VectorShape.forBitSize(LANE.vectorBitSize() / 2));
  private static final int GROUP = PlainReductions.LANES;

  static double sum(float[] x, int o, int n) {
    if (LANES < 8 || n < GROUP) {
      return PlainReductions.sum(x, o, n);
    }
    return sumOfGroups(x, o, n);
  }

  private static double sumOfGroups(float[] x, int o, int n) {
    DoubleVector s0 = DoubleVector.zero(DOUBLE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int end = o + n / GROUP * GROUP;
    for (int i = o; i < end; i += GROUP) {
      s0 = doubles(x, i).add(s0);
      s1 = doubles(x, i + DOUBLES).add(s1);
      if (LANES == 8) {
        s2 = doubles(x, i + 8).add(s2);
        s3 = doubles(x, i + 8 + DOUBLES).add(s3);
      }
    }
    double total = tree(s0, s1, s2, s3);
    for (int i = end; i < o + n; i++) {
      total += x[i];
    }
    return total;
  }

  static double sumOfSquares(float[] x, int o, int n) {
    if (LANES < 8 || n < GROUP) {
      return PlainReductions.dot(x, o, x, o, n);
    }
    return sumOfSquaresOfGroups(x, o, n);
  }

  private static double sumOfSquaresOfGroups(float[] x, int o, int n) {
    DoubleVector s0 = DoubleVector.zero(DOUBLE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int end = o + n / GROUP * GROUP;
    for (int i = o; i < end; i += GROUP) {
      DoubleVector v = doubles(x, i);
      s0 = v.fma(v, s0);
      v = doubles(x, i + DOUBLES);
      s1 = v.fma(v, s1);
      if (LANES == 8) {
        v = doubles(x, i + 8);
        s2 = v.fma(v, s2);
        v = doubles(x, i + 8 + DOUBLES);
        s3 = v.fma(v, s3);
      }
    }
    double total = tree(s0, s1, s2, s3);
    for (int i = end; i < o + n; i++) {
      total += (double) x[i] * x[i];
    }
    return total;
  }

  static double dot(float[] x, int xo, float[] y, int yo, int n) {
    if (LANES < 8 || n < GROUP) {
      return PlainReductions.dot(x, xo, y, yo, n);
    }
    return dotOfGroups(x, xo, y, yo, n);
  }

  private static double dotOfGroups(float[] x, int xo, float[] y, int yo, int n) {
    DoubleVector s0 = DoubleVector.zero(DOUBLE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int whole = n / GROUP * GROUP;
    for (int i = 0; i < whole; i += GROUP) {
      s0 = doubles(x, xo + i).fma(doubles(y, yo + i), s0);
      s1 = doubles(x, xo + i + DOUBLES).fma(doubles(y, yo + i + DOUBLES), s1);
      if (LANES == 8) {
        s2 = doubles(x, xo + i + 8).fma(doubles(y, yo + i + 8), s2);
        s3 = doubles(x, xo + i + 8 + DOUBLES).fma(doubles(y, yo + i + 8 + DOUBLES), s3);
      }
    }
    double total = tree(s0, s1, s2, s3);
    for (int i = whole; i < n; i++) {
      total += (double) x[xo + i] * y[yo + i];
    }
    return total;
  }

  static float max(float[] x, int o, int n) {
    int whole = LANE.loopBound(n);
    float result = whole > 0 ? maxOfVectors(x, o, whole) : Float.NEGATIVE_INFINITY;
    for (int i = o + whole; i < o + n; i++) {
      result = Math.max(result, x[i]);
    }
    return result;
  }

  /**
   * The vector just read is asked for the greater one, never the one that the loop carries: only of
   * the first does the compiler know the class without a profile, and where it has to ask, inlined
   * early, each vector becomes an object.
   */
  private static float maxOfVectors(float[] x, int o, int n) {
    FloatVector most = FloatVector.fromArray(LANE, x, o);
    int last = o + n - LANES;
    for (int i = o + LANES; i < last; i += LANES) {
      most = FloatVector.fromArray(LANE, x, i).max(most);
    }
    return FloatVector.fromArray(LANE, x, last).max(most).reduceLanes(MAX);
  }

  static void accumulateColumns(double[] acc, int ao, float[] x, int xo, int n) {
    int whole = LANES < 8 ? 0 : LANE.loopBound(n);
    if (whole > 0) {
      accumulateVectors(acc, ao, x, xo, whole);
    }
    for (int j = whole; j < n; j++) {
      acc[ao + j] += x[xo + j];
    }
  }

  private static void accumulateVectors(double[] acc, int ao, float[] x, int xo, int n) {
    for (int j = 0; j < n; j += DOUBLES) {
      DoubleVector sums = DoubleVector.fromArray(DOUBLE, acc, ao + j);
      sums.add(doubles(x, xo + j)).intoArray(acc, ao + j);
    }
  }

  static void accumulateSquares(double[] acc, int ao, float[] x, int xo, int n, int rows) {
    int whole = LANES < 8 ? 0 : LANE.loopBound(n);
    for (int j = 0; j < whole; j += DOUBLES) {
      squaresOfColumns(acc, ao + j, x, xo + j, n, rows);
    }
    for (int r = 0; r < rows; r++) {
      for (int j = whole; j < n; j++) {
        double value = x[xo + r * n + j];
        acc[ao + j] += value * value;
      }
    }
  }

  private static void squaresOfColumns(double[] acc, int ao, float[] x, int xo, int n, int rows) {
    DoubleVector sums = DoubleVector.fromArray(DOUBLE, acc, ao);
    for (int r = 0; r < rows; r++) {
      DoubleVector v = doubles(x, xo + r * n);
      sums = v.fma(v, sums);
    }
    sums.intoArray(acc, ao);
  }

  /**
   * As many floats as there are doubles in a vector; faster than either half of a whole one. The
   * half species comes up here alone.
   */
  private static DoubleVector doubles(float[] x, int at) {
    return (DoubleVector) FloatVector.fromArray(HALF, x, at).convertShape(F2D, DOUBLE, 0);
  }

  /**
   * Adds lanes 8 apart, then 4, 2 and 1 apart. A sum that began at 0 is the same with 0 added; only
   * of the new vector does the compiler know the class without a profile.
   */
  private static double tree(DoubleVector s0, DoubleVector s1, DoubleVector s2, DoubleVector s3) {
    DoubleVector zero = DoubleVector.zero(DOUBLE);
    if (LANES == 8) {
      DoubleVector four = zero.add(s0).add(s2).add(zero.add(s1).add(s3));
      return (four.lane(0) + four.lane(2)) + (four.lane(1) + four.lane(3));
    }
    DoubleVector eight = zero.add(s0).add(s1);
    double e0 = (eight.lane(0) + eight.lane(4)) + (eight.lane(2) + eight.lane(6));
    double e1 = (eight.lane(1) + eight.lane(5)) + (eight.lane(3) + eight.lane(7));
    return e0 + e1;
  }
}
