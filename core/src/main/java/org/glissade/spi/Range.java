package org.glissade.spi;

/**
 * The numbers between two bounds. An infinite bound is none.
 *
 * @param low the lower bound
 * @param lowAllowed whether the lower bound itself is in the range
 * @param high the upper bound
 * @param highAllowed whether the upper bound itself is in the range
 */
public record Range(double low, boolean lowAllowed, double high, boolean highAllowed) {
  private static final double NONE = Double.POSITIVE_INFINITY;

  /**
   * @throws IllegalArgumentException unless low &lt; high, or low = high and both are allowed
   */
  public Range {
    if (!(low < high || (low == high && lowAllowed && highAllowed))) {
      throw new IllegalArgumentException("no number lies between " + low + " and " + high);
    }
  }

  /** Every finite number. */
  public static Range any() {
    return new Range(-NONE, false, NONE, false);
  }

  /** Every number, and both infinities. */
  public static Range anyOrInfinite() {
    return new Range(-NONE, true, NONE, true);
  }

  /** x &gt; low. */
  public static Range above(double low) {
    return new Range(low, false, NONE, false);
  }

  /** x ≥ low. */
  public static Range atLeast(double low) {
    return new Range(low, true, NONE, false);
  }

  /** x ≥ low, or infinite, which is written {@code inf}. */
  public static Range atLeastOrInfinite(double low) {
    return new Range(low, true, NONE, true);
  }

  /** x &gt; low, or infinite. */
  public static Range aboveOrInfinite(double low) {
    return new Range(low, false, NONE, true);
  }

  /** x &lt; high. */
  public static Range below(double high) {
    return new Range(-NONE, false, high, false);
  }

  /** x ≤ high. */
  public static Range atMost(double high) {
    return new Range(-NONE, false, high, true);
  }

  /** low ≤ x ≤ high. */
  public static Range closed(double low, double high) {
    return new Range(low, true, high, true);
  }

  /** low &lt; x &lt; high. */
  public static Range open(double low, double high) {
    return new Range(low, false, high, false);
  }

  /** low ≤ x &lt; high. */
  public static Range closedOpen(double low, double high) {
    return new Range(low, true, high, false);
  }

  /** low &lt; x ≤ high. */
  public static Range openClosed(double low, double high) {
    return new Range(low, false, high, true);
  }

  /** Whether a number is in the range; NaN is in none, an infinity only where it is a bound. */
  public boolean contains(double x) {
    return (lowAllowed ? x >= low : x > low) && (highAllowed ? x <= high : x < high);
  }

  /** Whether every number of another range is in this one. */
  public boolean contains(Range other) {
    boolean below = other.low < low || (other.low == low && other.lowAllowed && !lowAllowed);
    boolean above = other.high > high || (other.high == high && other.highAllowed && !highAllowed);
    return !below && !above;
  }

  /** The smallest range that holds this one and another. */
  public Range hull(Range other) {
    boolean lower = low < other.low || (low == other.low && lowAllowed);
    boolean higher = high > other.high || (high == other.high && highAllowed);
    Range bottom = lower ? this : other;
    Range top = higher ? this : other;
    return new Range(bottom.low, bottom.lowAllowed, top.high, top.highAllowed);
  }

  /** {@code > 0}, {@code in [0, 1)}, or nothing for every number. */
  @Override
  public String toString() {
    if (low == -NONE && high == NONE) {
      return "";
    }
    if (high == NONE) {
      return (lowAllowed ? ">= " : "> ") + plain(low) + (highAllowed ? " or inf" : "");
    }
    if (low == -NONE) {
      return (highAllowed ? "<= " : "< ") + plain(high);
    }
    return (lowAllowed ? "in [" : "in (")
        + (plain(low) + ", " + plain(high))
        + (highAllowed ? "]" : ")");
  }

  private static String plain(double x) {
    String digits = Double.toString(x);
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }
}
