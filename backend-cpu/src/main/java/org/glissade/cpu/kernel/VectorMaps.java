package org.glissade.cpu.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The loops of maps over whole vectors; n is a multiple of the lanes and not 0. They are methods of
 * their own because JDK 17 does not inline what a profile says is seldom reached: in a method whose
 * tiles are mostly shorter than a vector, each vector would stay an object for good. For the same
 * reason they call the Vector API alone, which is always inlined.
 */
final class VectorMaps {
  private VectorMaps() {}

  static void add(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      FloatVector b = fromArray(LANE, y, yo + i);
      a.add(b).intoArray(dst, d + i);
    }
  }

  static void sub(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      FloatVector b = fromArray(LANE, y, yo + i);
      a.sub(b).intoArray(dst, d + i);
    }
  }

  static void mul(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      FloatVector b = fromArray(LANE, y, yo + i);
      a.mul(b).intoArray(dst, d + i);
    }
  }

  static void div(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      FloatVector b = fromArray(LANE, y, yo + i);
      a.div(b).intoArray(dst, d + i);
    }
  }

  static void min(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      FloatVector b = fromArray(LANE, y, yo + i);
      a.min(b).intoArray(dst, d + i);
    }
  }

  static void max(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      FloatVector b = fromArray(LANE, y, yo + i);
      a.max(b).intoArray(dst, d + i);
    }
  }

  static void less(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      FloatVector b = fromArray(LANE, y, yo + i);
      FloatVector.zero(LANE).blend(1f, a.compare(LT, b)).intoArray(dst, d + i);
    }
  }

  static void lessEqual(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      FloatVector b = fromArray(LANE, y, yo + i);
      FloatVector.zero(LANE).blend(1f, a.compare(LE, b)).intoArray(dst, d + i);
    }
  }

  static void equal(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      FloatVector b = fromArray(LANE, y, yo + i);
      FloatVector.zero(LANE).blend(1f, a.compare(EQ, b)).intoArray(dst, d + i);
    }
  }

  static void addScalar(float[] dst, int d, float[] x, int xo, float s, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      a.add(s).intoArray(dst, d + i);
    }
  }

  static void mulScalar(float[] dst, int d, float[] x, int xo, float s, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      a.mul(s).intoArray(dst, d + i);
    }
  }

  static void neg(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      a.neg().intoArray(dst, d + i);
    }
  }

  static void abs(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      a.abs().intoArray(dst, d + i);
    }
  }

  static void sign(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      a.blend(1f, a.compare(GT, 0f)).blend(-1f, a.compare(LT, 0f)).intoArray(dst, d + i);
    }
  }

  static void sqrt(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      a.sqrt().intoArray(dst, d + i);
    }
  }

  static void square(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      a.mul(a).intoArray(dst, d + i);
    }
  }

  static void reciprocalOrZero(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      FloatVector.broadcast(LANE, 1f).div(a).blend(0f, a.compare(EQ, 0f)).intoArray(dst, d + i);
    }
  }

  static void relu(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      a.max(0f).intoArray(dst, d + i);
    }
  }

  static void isFinite(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector a = fromArray(LANE, x, xo + i);
      FloatVector.zero(LANE).blend(1f, a.abs().compare(LE, Float.MAX_VALUE)).intoArray(dst, d + i);
    }
  }

  static void select(
      float[] dst,
      int d,
      float[] condition,
      int co,
      float[] yes,
      int yo,
      float[] no,
      int zo,
      int n) {
    for (int i = 0; i < n; i += LANES) {
      VectorMask<Float> taken = fromArray(LANE, condition, co + i).compare(NE, 0f);
      fromArray(LANE, no, zo + i).blend(fromArray(LANE, yes, yo + i), taken).intoArray(dst, d + i);
    }
  }
}
