package org.glissade.random;

/**
 * A standard normal that is known to lie in [low, high], by inversion over the range of Φ: z =
 * Φ⁻¹(Φ(low) + u·(Φ(high) - Φ(low))). Each draw takes one uniform number; none is rejected.
 */
public final class TruncatedNormal {
  private static final double BELOW_ONE = Math.nextDown(1.0);

  private final double low;
  private final double high;
  private final boolean mirrored;
  private final double base;
  private final double mass;

  private TruncatedNormal(double low, double high) {
    this.low = low;
    this.high = high;
    // In the upper tail Φ is too close to 1 for a double, so the lower tail stands in for it.
    this.mirrored = low > 0;
    this.base = mirrored ? lowerTail(-high) : lowerTail(low);
    double top = mirrored ? lowerTail(-low) : cumulative(high);
    this.mass = top - base;
  }

  /**
   * The standard normal within [low, high], in standard deviations from the mean.
   *
   * @throws IllegalArgumentException unless low &lt; high, both finite, and a standard normal falls
   *     between them with a probability that a double can hold
   */
  public static TruncatedNormal between(double low, double high) {
    if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
      throw new IllegalArgumentException(
          "a truncated normal needs finite low < high, but was given " + low + " and " + high);
    }
    TruncatedNormal result = new TruncatedNormal(low, high);
    if (!(result.mass > 0)) {
      throw new IllegalArgumentException(
          "a normal number is practically never between " + low + " and " + high);
    }
    return result;
  }

  /** The quantile of u in (0, 1). */
  public double inverse(double u) {
    double z = Normal.inverse(Math.min(base + u * mass, BELOW_ONE));
    return Math.min(high, Math.max(low, mirrored ? -z : z));
  }

  /** A truncated normal number: {@link #inverse} of {@link Philox#uniformDouble}. */
  public double draw(long key, int stream, int step, long element) {
    return inverse(Philox.uniformDouble(key, stream, step, element));
  }

  private static double cumulative(double x) {
    return x <= 0 ? lowerTail(x) : 1 - lowerTail(-x);
  }

  /**
   * Φ(x) for x ≤ 0, as the smallest p with Φ⁻¹(p) ≥ x, by bisection over the doubles in (0, 0.5],
   * which are ordered as their bits are. It agrees with Φ⁻¹ by construction.
   */
  private static double lowerTail(double x) {
    long below = 0;
    long atLeast = Double.doubleToRawLongBits(0.5);
    while (atLeast - below > 1) {
      long middle = (below + atLeast) >>> 1;
      if (Normal.inverse(Double.longBitsToDouble(middle)) >= x) {
        atLeast = middle;
      } else {
        below = middle;
      }
    }
    return Double.longBitsToDouble(atLeast);
  }
}
