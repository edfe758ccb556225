package org.glissade.cpu.kernel;

/**
 * The numbers behind exp, log, tanh and erf, the same for both bodies. The polynomials are minimax
 * fits, rounded to float one coefficient at a time from the lowest, the others fitted anew; {@code
 * P3} multiplies the cube of the argument. An error of "0.05" is in halves of a float's ulp of the
 * function, before any rounding.
 */
final class Polynomials {
  private Polynomials() {}

  static final float LOG2_E = 0x1.715476p0f;

  /** ln 2 as a sum of two floats. */
  static final float LN2_HI = 0x1.62e43p-1f;

  static final float LN2_LO = -0x1.05c61p-29f;

  /**
   * 1.5·2^23 + 127. Adding it rounds to an integer n, and leaves n + 127 in the low bits: shifted
   * by 23, they are 2^n.
   */
  static final float ROUNDER = 0x1.8p23f + 127f;

  static final int ROUNDER_BITS = 0x4b400000 + 127;
  static final int EXPONENT_BIAS = 127;
  static final int FRACTION_BITS = 23;
  static final int SIGN_BIT = 0x80000000;

  /** Beyond these e^x is infinite, and less than half of the smallest float. */
  static final float EXP_MOST = 89f;

  static final float EXP_LEAST = -104f;

  /** {@code (e^r - 1 - r)/r²} for |r| up to (ln 2)/2; error 0.06. */
  static final float EXP_P0 = 0x1.fffffcp-2f;

  static final float EXP_P1 = 0x1.555492p-3f;
  static final float EXP_P2 = 0x1.5558bep-5f;
  static final float EXP_P3 = 0x1.1239ep-7f;
  static final float EXP_P4 = 0x1.6a3fb8p-10f;

  /** The bits of √½: a fraction is taken from [√½, √2). */
  static final int SQRT_HALF_BITS = 0x3f3504f3;

  /** What makes a denormal normal, and its exponent. */
  static final float TWO_POW_23 = 0x1p23f;

  /** {@code (log(1+f) - f + f²/2)/f³} for 1+f in [√½, √2); error 0.6. */
  static final float LOG_P0 = 0x1.5556dap-2f;

  static final float LOG_P1 = -0x1.000382p-2f;
  static final float LOG_P2 = 0x1.98d79p-3f;
  static final float LOG_P3 = -0x1.5381cap-3f;
  static final float LOG_P4 = 0x1.317818p-3f;
  static final float LOG_P5 = -0x1.2438eep-3f;
  static final float LOG_P6 = 0x1.6459bcp-4f;

  /** From here on sigmoid rounds to 1; -n is at most 127, so that 2^n is at worst 0. */
  static final float SIGMOID_ONE = 88f;

  /** From here on tanh rounds to 1. */
  static final float TANH_ONE = 10f;

  /** From here on erf rounds to 1. */
  static final float ERF_ONE = 4f;

  /** {@code log(1 - erf x)/x} for x in [0, 4]; error 0.6, and 1 at 0. */
  static final float ERF_P0 = -0x1.20dd76p0f;

  static final float ERF_P1 = -0x1.45f288p-1f;
  static final float ERF_P2 = -0x1.a5247ap-4f;
  static final float ERF_P3 = 0x1.3cbcd6p-6f;
  static final float ERF_P4 = -0x1.ce209ep-13f;
  static final float ERF_P5 = -0x1.456696p-10f;
  static final float ERF_P6 = 0x1.8bba3cp-12f;
  static final float ERF_P7 = -0x1.517fc2p-15f;
}
