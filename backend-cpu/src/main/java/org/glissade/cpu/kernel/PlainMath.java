package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Fused.fma;
import static org.glissade.cpu.kernel.Polynomials.*;

/** exp, log, tanh, sigmoid and erf of one float; {@link VectorMath} does the same to many. */
final class PlainMath {
  private PlainMath() {}

  /** x = n·ln 2 + r; e^r by the polynomial; 2^n as two factors, so that each is a normal float. */
  static float exp(float x) {
    float v = Math.max(Math.min(x, EXP_MOST), EXP_LEAST);
    float rounded = fma(v, LOG2_E, ROUNDER);
    float y = expMinusOne(v, rounded) + 1f;
    int power = Float.floatToRawIntBits(rounded) - ROUNDER_BITS;
    int half = power >> 1;
    return y * powerOfTwo(half + EXPONENT_BIAS) * powerOfTwo(power - half + EXPONENT_BIAS);
  }

  /** e^r - 1 for the r that rounding leaves. */
  private static float expMinusOne(float v, float rounded) {
    float n = rounded - ROUNDER;
    float r = fma(n, -LN2_LO, fma(n, -LN2_HI, v));
    float p = fma(fma(fma(fma(EXP_P4, r, EXP_P3), r, EXP_P2), r, EXP_P1), r, EXP_P0);
    return fma(p, r * r, r);
  }

  /** The float with this exponent; only the low bits count. */
  private static float powerOfTwo(int biased) {
    return Float.intBitsToFloat(biased << FRACTION_BITS);
  }

  /** x = 2^e·(1+f); log(1+f) by the polynomial. */
  static float log(float x) {
    boolean denormal = x < Float.MIN_NORMAL;
    int bits = Float.floatToRawIntBits(denormal ? x * TWO_POW_23 : x);
    int power = (bits - SQRT_HALF_BITS) >> FRACTION_BITS;
    float f = Float.intBitsToFloat(bits - (power << FRACTION_BITS)) - 1f;
    float e = denormal ? power - FRACTION_BITS : power;
    float p = fma(fma(fma(fma(LOG_P6, f, LOG_P5), f, LOG_P4), f, LOG_P3), f, LOG_P2);
    p = fma(fma(p, f, LOG_P1), f, LOG_P0);
    float y = fma(fma(p, f, -0.5f), f * f, f);
    float result = fma(e, LN2_HI, fma(e, LN2_LO, y));
    result = x >= Float.MIN_VALUE ? result : Float.NaN;
    result = x == 0f ? Float.NEGATIVE_INFINITY : result;
    return x == Float.POSITIVE_INFINITY ? x : result;
  }

  /** tanh x = y/(y + 2) with y = e^2x - 1, for x > 0, and an odd function. */
  static float tanh(float x) {
    float size = Math.min(Math.abs(x), TANH_ONE);
    float y = expMinusOneOf(size + size);
    return withSignOf(x, y / (y + 2f));
  }

  /** 1/(e^-x + 1), where 2^n, as one factor, may be infinite or 0. */
  static float sigmoid(float x) {
    float v = Math.max(Math.min(-x, EXP_MOST), -SIGMOID_ONE);
    float rounded = fma(v, LOG2_E, ROUNDER);
    float scale = powerOfTwo(Float.floatToRawIntBits(rounded));
    return 1f / ((expMinusOne(v, rounded) + 1f) * scale + 1f);
  }

  /** erf x = 1 - e^q with q = x·(a polynomial), for x > 0, and an odd function. */
  static float erf(float x) {
    float a = Math.min(Math.abs(x), ERF_ONE);
    float p = fma(fma(fma(ERF_P7, a, ERF_P6), a, ERF_P5), a, ERF_P4);
    p = fma(fma(fma(fma(p, a, ERF_P3), a, ERF_P2), a, ERF_P1), a, ERF_P0);
    return withSignOf(x, Math.abs(expMinusOneOf(p * a)));
  }

  /** e^v - 1 with no loss near 0, as long as 2^n and its inverse are normal. */
  private static float expMinusOneOf(float v) {
    float rounded = fma(v, LOG2_E, ROUNDER);
    float scale = powerOfTwo(Float.floatToRawIntBits(rounded));
    return fma(expMinusOne(v, rounded), scale, scale - 1f);
  }

  private static float withSignOf(float x, float size) {
    int sign = Float.floatToRawIntBits(x) & SIGN_BIT;
    return Float.intBitsToFloat(Float.floatToRawIntBits(size) | sign);
  }
}
