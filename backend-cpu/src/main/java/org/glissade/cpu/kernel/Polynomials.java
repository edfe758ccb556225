package org.glissade.cpu.kernel;

/**
 * The numbers behind exp, log, tanh and erf, the same for both bodies. The polynomials are minimax
 * fits, rounded to float one coefficient at a time from the lowest with the others fitted anew;
 * {@code P3} multiplies the cube of the argument. An error of "0.05" is in halves of a float's ulp
 * of the function, before any rounding.
 */
final class Polynomials {
  private Polynomials() {}

  static final float LOG2_E = 0x1.715476p0f;

  /** ln 2 as a sum of two floats. */
  static final float LN2_HI = 0x1.62e43p-1f;

  static final float LN2_LO = -0x1.05c61p-29f;

  /** Adding 1.5·2^23 rounds to an integer, which then stands in the low bits. */
  static final float ROUNDER = 0x1.8p23f;

  static final int ROUNDER_BITS = 0x4b400000;

  static final int EXPONENT_BIAS = 127;
  static final int FRACTION_BITS = 23;
  static final int SIGN_BIT = 0x80000000;

  /** Beyond these e^x is infinite, and less than half of the smallest float. */
  static final float EXP_OVERFLOW = 88.8f;

  static final float EXP_UNDERFLOW = -104f;

  /** {@code (e^r - 1 - r)/r²} for |r| up to (ln 2)/2; error 0.06. */
  static final float EXP_P0 = 0x1.fffffcp-2f;

  static final float EXP_P1 = 0x1.555492p-3f;
  static final float EXP_P2 = 0x1.5558bep-5f;
  static final float EXP_P3 = 0x1.1239ep-7f;
  static final float EXP_P4 = 0x1.6a3fb8p-10f;

  /** The bits of √½: a fraction is taken from [√½, √2). */
  static final int SQRT_HALF_BITS = 0x3f3504f3;

  static final int ONE_BITS = 0x3f800000;

  /** What makes a denormal normal, and its exponent. */
  static final float TWO_POW_23 = 0x1p23f;

  /** {@code (log(1+f) - f + f²/2)/f³} for 1+f in [√½, √2); error 0.1. */
  static final float LOG_P0 = 0x1.555554p-2f;

  static final float LOG_P1 = -0x1.000228p-2f;
  static final float LOG_P2 = 0x1.99a028p-3f;
  static final float LOG_P3 = -0x1.54720cp-3f;
  static final float LOG_P4 = 0x1.22d79p-3f;
  static final float LOG_P5 = -0x1.0d8548p-3f;
  static final float LOG_P6 = 0x1.056c46p-3f;
  static final float LOG_P7 = -0x1.38dceap-4f;

  /** Below this |x| tanh is the polynomial, from it on 1 - 2/(e^2|x| + 1). */
  static final float TANH_SMALL = 0.625f;

  /** {@code (tanh x - x)/x³} as a polynomial in x²; error 0.08. */
  static final float TANH_P0 = -0x1.555532p-2f;

  static final float TANH_P1 = 0x1.1106fap-3f;
  static final float TANH_P2 = -0x1.b8369ep-5f;
  static final float TANH_P3 = 0x1.5201aap-6f;
  static final float TANH_P4 = -0x1.753deap-8f;

  /** Below this |x| erf is the first polynomial, from it on 1 - e^(the second). */
  static final float ERF_SMALL = 1f;

  /** From here on erf rounds to 1. */
  static final float ERF_ONE = 4f;

  /** {@code erf(x)/x - 1} as a polynomial in x²; error 0.03. */
  static final float ERF_P0 = 0x1.06eba8p-3f;

  static final float ERF_P1 = -0x1.81273ep-2f;
  static final float ERF_P2 = 0x1.ce2ce6p-4f;
  static final float ERF_P3 = -0x1.b7f71ap-6f;
  static final float ERF_P4 = 0x1.53f224p-8f;
  static final float ERF_P5 = -0x1.a3515ep-11f;
  static final float ERF_P6 = 0x1.4771fep-14f;

  /** {@code log(1 - erf x)} for x in [1, 4]; error 0.02. */
  static final float ERFC_P0 = -0x1.70a7fp-12f;

  static final float ERFC_P1 = -0x1.20863ep0f;
  static final float ERFC_P2 = -0x1.46c3c8p-1f;
  static final float ERFC_P3 = -0x1.a616p-4f;
  static final float ERFC_P4 = 0x1.65570ap-6f;
  static final float ERFC_P5 = -0x1.81747ap-9f;
  static final float ERFC_P6 = 0x1.856a6p-13f;
}
