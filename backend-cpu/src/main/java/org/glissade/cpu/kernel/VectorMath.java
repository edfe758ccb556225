package org.glissade.cpu.kernel;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;
import static org.glissade.cpu.kernel.Polynomials.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * exp, log, tanh, sigmoid and erf of whole vectors, step by step as {@link PlainMath} has them.
 * Each is one loop that calls the Vector API alone, and not too often: a method of our own between,
 * or 10 more calls, JDK 17 inlines only in part, and then each vector is an object and takes 10
 * times as long.
 */
final class VectorMath {
  private VectorMath() {}

  private static final FloatVector EXP_0 = broadcast(LANE, EXP_P0);
  private static final FloatVector EXP_1 = broadcast(LANE, EXP_P1);
  private static final FloatVector EXP_2 = broadcast(LANE, EXP_P2);
  private static final FloatVector LOG_0 = broadcast(LANE, LOG_P0);
  private static final FloatVector LOG_1 = broadcast(LANE, LOG_P1);
  private static final FloatVector LOG_2 = broadcast(LANE, LOG_P2);
  private static final FloatVector LOG_3 = broadcast(LANE, LOG_P3);
  private static final FloatVector LOG_4 = broadcast(LANE, LOG_P4);
  private static final FloatVector ERF_0 = broadcast(LANE, ERF_P0);
  private static final FloatVector ERF_1 = broadcast(LANE, ERF_P1);
  private static final FloatVector ERF_2 = broadcast(LANE, ERF_P2);
  private static final FloatVector ERF_3 = broadcast(LANE, ERF_P3);
  private static final FloatVector ERF_4 = broadcast(LANE, ERF_P4);
  private static final FloatVector ERF_5 = broadcast(LANE, ERF_P5);

  static void exp(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = FloatVector.fromArray(LANE, x, xo + i);
      v = v.blend(EXP_MOST, v.compare(GT, EXP_MOST)).blend(EXP_LEAST, v.compare(LT, EXP_LEAST));
      FloatVector rounded = v.fma(LOG2_E, ROUNDER);
      FloatVector k = rounded.sub(ROUNDER);
      FloatVector r = k.fma(broadcast(LANE, -LN2_HI), v);
      r = k.fma(broadcast(LANE, -LN2_LO), r);
      FloatVector p = r.fma(EXP_P4, EXP_P3).fma(r, EXP_2);
      p = p.fma(r, EXP_1).fma(r, EXP_0);
      FloatVector y = p.fma(r.mul(r), r);
      y = y.add(1f);
      IntVector power = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
      IntVector half = power.lanewise(ASHR, 1);
      IntVector rest = power.sub(half);
      y = y.mul(half.add(EXPONENT_BIAS).lanewise(LSHL, FRACTION_BITS).reinterpretAsFloats());
      y = y.mul(rest.add(EXPONENT_BIAS).lanewise(LSHL, FRACTION_BITS).reinterpretAsFloats());
      y.intoArray(dst, d + i);
    }
  }

  static void log(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = FloatVector.fromArray(LANE, x, xo + i);
      VectorMask<Float> denormal = v.compare(LT, Float.MIN_NORMAL);
      IntVector bits = v.blend(v.mul(TWO_POW_23), denormal).reinterpretAsInts();
      IntVector power = bits.sub(SQRT_HALF_BITS).lanewise(ASHR, FRACTION_BITS);
      FloatVector f = bits.sub(power.lanewise(LSHL, FRACTION_BITS)).reinterpretAsFloats().sub(1f);
      FloatVector e = (FloatVector) power.convertShape(I2F, LANE, 0);
      e = e.blend(e.sub(FRACTION_BITS), denormal);
      FloatVector p = f.fma(LOG_P6, LOG_P5).fma(f, LOG_4);
      p = p.fma(f, LOG_3).fma(f, LOG_2);
      p = p.fma(f, LOG_1).fma(f, LOG_0);
      p = p.fma(f, broadcast(LANE, -0.5f));
      FloatVector y = p.fma(f.mul(f), f);
      y = e.fma(broadcast(LANE, LN2_HI), e.fma(broadcast(LANE, LN2_LO), y));
      broadcast(LANE, Float.NaN)
          .blend(y, v.compare(GE, Float.MIN_VALUE))
          .blend(Float.NEGATIVE_INFINITY, v.compare(EQ, 0f))
          .blend(v, v.compare(EQ, Float.POSITIVE_INFINITY))
          .intoArray(dst, d + i);
    }
  }

  static void tanh(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector x0 = FloatVector.fromArray(LANE, x, xo + i);
      FloatVector v = x0.abs();
      v = v.blend(TANH_ONE, v.compare(GT, TANH_ONE));
      v = v.add(v);
      FloatVector rounded = v.fma(LOG2_E, ROUNDER);
      FloatVector k = rounded.sub(ROUNDER);
      FloatVector r = k.fma(broadcast(LANE, -LN2_HI), v);
      r = k.fma(broadcast(LANE, -LN2_LO), r);
      FloatVector p = r.fma(EXP_P4, EXP_P3).fma(r, EXP_2);
      p = p.fma(r, EXP_1).fma(r, EXP_0);
      FloatVector y = p.fma(r.mul(r), r);
      IntVector power = rounded.reinterpretAsInts().lanewise(LSHL, FRACTION_BITS);
      FloatVector scale = power.reinterpretAsFloats();
      y = y.fma(scale, scale.sub(1f));
      IntVector sign = x0.reinterpretAsInts().and(SIGN_BIT);
      IntVector size = y.div(y.add(2f)).reinterpretAsInts();
      size.or(sign).reinterpretAsFloats().intoArray(dst, d + i);
    }
  }

  static void sigmoid(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = FloatVector.fromArray(LANE, x, xo + i).neg();
      v = v.blend(EXP_MOST, v.compare(GT, EXP_MOST));
      v = v.blend(-SIGMOID_ONE, v.compare(LT, -SIGMOID_ONE));
      FloatVector rounded = v.fma(LOG2_E, ROUNDER);
      FloatVector k = rounded.sub(ROUNDER);
      FloatVector r = k.fma(broadcast(LANE, -LN2_HI), v);
      r = k.fma(broadcast(LANE, -LN2_LO), r);
      FloatVector p = r.fma(EXP_P4, EXP_P3).fma(r, EXP_2);
      p = p.fma(r, EXP_1).fma(r, EXP_0);
      FloatVector y = p.fma(r.mul(r), r);
      IntVector power = rounded.reinterpretAsInts().lanewise(LSHL, FRACTION_BITS);
      y = y.add(1f).mul(power.reinterpretAsFloats()).add(1f);
      broadcast(LANE, 1f).div(y).intoArray(dst, d + i);
    }
  }

  static void erf(float[] dst, int d, float[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector x0 = FloatVector.fromArray(LANE, x, xo + i);
      FloatVector a = x0.abs();
      a = a.blend(ERF_ONE, a.compare(GT, ERF_ONE));
      FloatVector q = a.fma(ERF_P7, ERF_P6).fma(a, ERF_5);
      q = q.fma(a, ERF_4).fma(a, ERF_3);
      q = q.fma(a, ERF_2).fma(a, ERF_1);
      q = q.fma(a, ERF_0).mul(a);
      FloatVector rounded = q.fma(LOG2_E, ROUNDER);
      FloatVector k = rounded.sub(ROUNDER);
      FloatVector r = k.fma(broadcast(LANE, -LN2_HI), q);
      r = k.fma(broadcast(LANE, -LN2_LO), r);
      FloatVector p = r.fma(EXP_P4, EXP_P3).fma(r, EXP_2);
      p = p.fma(r, EXP_1).fma(r, EXP_0);
      FloatVector y = p.fma(r.mul(r), r);
      IntVector power = rounded.reinterpretAsInts().lanewise(LSHL, FRACTION_BITS);
      FloatVector scale = power.reinterpretAsFloats();
      y = y.fma(scale, scale.sub(1f));
      IntVector sign = x0.reinterpretAsInts().and(SIGN_BIT);
      y.abs().reinterpretAsInts().or(sign).reinterpretAsFloats().intoArray(dst, d + i);
    }
  }
}
