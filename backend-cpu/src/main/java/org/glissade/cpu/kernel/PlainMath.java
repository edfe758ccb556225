package org.glissade.cpu.kernel;

import static org.glissade.cpu.kernel.Fused.fma;
import static org.glissade.cpu.kernel.Polynomials.*;

/** exp, log, tanh, sigmoid and erf of one float; {@link VectorMath} does the same to many. */
final class PlainMath {
  private PlainMath() {}

  /** x = n·ln 2 + r; e^r by the polynomial; 2^n as two factors, so that both are normal floats. */
  static float exp(float x) {
    float rounded = fma(x, LOG2_E, ROUNDER);
    float n = rounded - ROUNDER;
    float r = fma(n, -LN2_LO, fma(n, -LN2_HI, x));
    float p = fma(fma(fma(fma(EXP_P4, r, EXP_P3), r, EXP_P2), r, EXP_P1), r, EXP_P0);
    float y = fma(p, r * r, r) + 1f;
    int power = Float.floatToRawIntBits(rounded) - ROUNDER_BITS;
    int half = power >> 1;
    float result = y * powerOfTwo(half) * powerOfTwo(power - half);
    result = x > EXP_OVERFLOW ? Float.POSITIVE_INFINITY : result;
    return x < EXP_UNDERFLOW ? 0f : result;
  }

  private static float powerOfTwo(int n) {
    return Float.intBitsToFloat((n + EXPONENT_BIAS) << FRACTION_BITS);
  }

  /** x = 2^e·(1+f); log(1+f) by the polynomial. */
  static float log(float x) {
    boolean denormal = x < Float.MIN_NORMAL;
    int bits = Float.floatToRawIntBits(denormal ? x * TWO_POW_23 : x);
    int power = (bits - SQRT_HALF_BITS) >> FRACTION_BITS;
    float f = Float.intBitsToFloat(bits - (power << FRACTION_BITS)) - 1f;
    float e = Float.intBitsToFloat(power + ROUNDER_BITS) - ROUNDER;
    e = denormal ? e - FRACTION_BITS : e;
    float p = fma(fma(fma(fma(LOG_P7, f, LOG_P6), f, LOG_P5), f, LOG_P4), f, LOG_P3);
    p = fma(fma(fma(p, f, LOG_P2), f, LOG_P1), f, LOG_P0);
    float y = fma(fma(p, f, -0.5f), f * f, f);
    float result = fma(e, LN2_HI, fma(e, LN2_LO, y));
    result = x >= Float.MIN_VALUE ? result : Float.NaN;
    result = x == 0f ? Float.NEGATIVE_INFINITY : result;
    return x == Float.POSITIVE_INFINITY ? x : result;
  }

  static float tanh(float x) {
    float size = Math.abs(x);
    float t = x * x;
    float p = fma(fma(fma(fma(TANH_P4, t, TANH_P3), t, TANH_P2), t, TANH_P1), t, TANH_P0);
    float small = fma(p * t, x, x);
    float large = 1f - 2f / (exp(size + size) + 1f);
    return size < TANH_SMALL ? small : withSignOf(x, large);
  }

  static float sigmoid(float x) {
    return 1f / (exp(-x) + 1f);
  }

  static float erf(float x) {
    float size = Math.abs(x);
    float t = x * x;
    float p = fma(fma(fma(ERF_P6, t, ERF_P5), t, ERF_P4), t, ERF_P3);
    p = fma(fma(fma(p, t, ERF_P2), t, ERF_P1), t, ERF_P0);
    float small = fma(p, x, x);
    float a = size > ERF_ONE ? ERF_ONE : size;
    float q = fma(fma(fma(ERFC_P6, a, ERFC_P5), a, ERFC_P4), a, ERFC_P3);
    q = fma(fma(fma(q, a, ERFC_P2), a, ERFC_P1), a, ERFC_P0);
    float large = 1f - exp(q);
    return size < ERF_SMALL ? small : withSignOf(x, large);
  }

  /** {@code size}, which has no sign of its own, with the sign of x. */
  private static float withSignOf(float x, float size) {
    int sign = Float.floatToRawIntBits(x) & SIGN_BIT;
    return Float.intBitsToFloat(Float.floatToRawIntBits(size) | sign);
  }
}
