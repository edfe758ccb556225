package org.glissade.cpu.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Polynomials.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** exp, log, tanh, sigmoid and erf of a vector, step by step as {@link PlainMath} has them. */
final class VectorMath {
  private VectorMath() {}

  static FloatVector exp(FloatVector x) {
    FloatVector rounded = x.fma(LOG2_E, ROUNDER);
    FloatVector n = rounded.sub(ROUNDER);
    FloatVector r = n.fma(all(-LN2_LO), n.fma(all(-LN2_HI), x));
    FloatVector p = r.fma(EXP_P4, EXP_P3);
    p = p.fma(r, all(EXP_P2)).fma(r, all(EXP_P1)).fma(r, all(EXP_P0));
    FloatVector y = p.fma(r.mul(r), r).add(1f);
    IntVector power = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
    IntVector half = power.lanewise(ASHR, 1);
    return y.mul(powerOfTwo(half))
        .mul(powerOfTwo(power.sub(half)))
        .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, EXP_OVERFLOW))
        .blend(0f, x.compare(VectorOperators.LT, EXP_UNDERFLOW));
  }

  private static FloatVector powerOfTwo(IntVector n) {
    return n.add(EXPONENT_BIAS).lanewise(LSHL, FRACTION_BITS).reinterpretAsFloats();
  }

  static FloatVector log(FloatVector x) {
    var denormal = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
    IntVector bits = x.blend(x.mul(TWO_POW_23), denormal).reinterpretAsInts();
    IntVector power = bits.sub(SQRT_HALF_BITS).lanewise(ASHR, FRACTION_BITS);
    FloatVector f = bits.sub(power.lanewise(LSHL, FRACTION_BITS)).reinterpretAsFloats().sub(1f);
    FloatVector e = power.add(ROUNDER_BITS).reinterpretAsFloats().sub(ROUNDER);
    e = e.blend(e.sub(FRACTION_BITS), denormal);
    FloatVector p = f.fma(LOG_P7, LOG_P6);
    p = p.fma(f, all(LOG_P5)).fma(f, all(LOG_P4)).fma(f, all(LOG_P3));
    p = p.fma(f, all(LOG_P2)).fma(f, all(LOG_P1)).fma(f, all(LOG_P0));
    FloatVector y = p.fma(f, all(-0.5f)).fma(f.mul(f), f);
    FloatVector result = e.fma(all(LN2_HI), e.fma(all(LN2_LO), y));
    return all(Float.NaN)
        .blend(result, x.compare(VectorOperators.GE, Float.MIN_VALUE))
        .blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f))
        .blend(x, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY));
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector size = x.abs();
    FloatVector t = x.mul(x);
    FloatVector p = t.fma(TANH_P4, TANH_P3);
    p = p.fma(t, all(TANH_P2)).fma(t, all(TANH_P1)).fma(t, all(TANH_P0));
    FloatVector small = p.mul(t).fma(x, x);
    FloatVector large = all(1f).sub(all(2f).div(exp(size.add(size)).add(1f)));
    return withSignOf(x, large).blend(small, size.compare(VectorOperators.LT, TANH_SMALL));
  }

  static FloatVector sigmoid(FloatVector x) {
    return all(1f).div(exp(x.neg()).add(1f));
  }

  static FloatVector erf(FloatVector x) {
    FloatVector size = x.abs();
    FloatVector t = x.mul(x);
    FloatVector p = t.fma(ERF_P6, ERF_P5).fma(t, all(ERF_P4)).fma(t, all(ERF_P3));
    p = p.fma(t, all(ERF_P2)).fma(t, all(ERF_P1)).fma(t, all(ERF_P0));
    FloatVector small = p.fma(x, x);
    FloatVector a = size.blend(ERF_ONE, size.compare(VectorOperators.GT, ERF_ONE));
    FloatVector q = a.fma(ERFC_P6, ERFC_P5).fma(a, all(ERFC_P4)).fma(a, all(ERFC_P3));
    q = q.fma(a, all(ERFC_P2)).fma(a, all(ERFC_P1)).fma(a, all(ERFC_P0));
    FloatVector large = all(1f).sub(exp(q));
    return withSignOf(x, large).blend(small, size.compare(VectorOperators.LT, ERF_SMALL));
  }

  private static FloatVector withSignOf(FloatVector x, FloatVector size) {
    IntVector sign = x.reinterpretAsInts().and(SIGN_BIT);
    return size.reinterpretAsInts().or(sign).reinterpretAsFloats();
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(LANE, value);
  }
}
