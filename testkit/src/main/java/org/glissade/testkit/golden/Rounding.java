package org.glissade.testkit.golden;

/**
 * By how much a backend may miss an expected number x, beside what a golden itself allows: by
 * absolute + relative·|x|, element by element. Where the numbers of a line and the parameters are
 * all below 1, only by that part of absolute that the largest of them is of 1.
 *
 * @param relative at least 0
 * @param absolute at least 0
 */
public record Rounding(double relative, double absolute) {
  /** None: for a backend that computes in double. */
  public static final Rounding NONE = new Rounding(0, 0);

  /** What float makes of a few steps. */
  public static final Rounding FLOAT = new Rounding(1e-5, 1e-7);

  /** By how much x may be missed among numbers of which none is larger than {@code largest}. */
  double of(double x, double largest) {
    return absolute * Math.min(1, largest) + relative * Math.abs(x);
  }
}
