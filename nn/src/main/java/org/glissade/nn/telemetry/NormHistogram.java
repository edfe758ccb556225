package org.glissade.nn.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * Counts numbers that are not negative in bins of 1/32 of a power of two, so that quantiles are
 * within 1/64 of the true ones. Its memory is bounded; a number allocates only where it is the
 * first between two powers of two.
 */
final class NormHistogram {
  private static final int BINS = 32;
  private static final int MANTISSA_BITS = 52;
  private static final int BIN_SHIFT = MANTISSA_BITS - 5;
  private static final int EXPONENTS = 2048;

  private final int[] @Nullable [] octaves = new int[EXPONENTS][];
  private long count;
  private long nonFinite;
  private double smallest = Double.NaN;
  private double largest = Double.NaN;

  void add(double norm) {
    if (!Double.isFinite(norm)) {
      nonFinite++;
      return;
    }
    long bits = Double.doubleToRawLongBits(norm);
    int exponent = (int) (bits >>> MANTISSA_BITS) & (EXPONENTS - 1);
    int @Nullable [] octave = octaves[exponent];
    if (octave == null) {
      octave = new int[BINS];
      octaves[exponent] = octave;
    }
    octave[(int) (bits >>> BIN_SHIFT) & (BINS - 1)]++;
    count++;
    smallest = norm >= smallest ? smallest : norm;
    largest = norm <= largest ? largest : norm;
  }

  NormSummary summary() {
    return new NormSummary(
        count, nonFinite, smallest, quantile(0.5), quantile(0.9), quantile(0.99), largest);
  }

  /** The middle of the bin of the smallest number that such a share of all do not exceed. */
  double quantile(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    long rank = Math.max(1, (long) Math.ceil(share * count));
    long seen = 0;
    for (int exponent = 0; exponent < EXPONENTS; exponent++) {
      int @Nullable [] octave = octaves[exponent];
      for (int bin = 0; octave != null && bin < BINS; bin++) {
        seen += octave[bin];
        if (seen >= rank) {
          return Math.max(smallest, Math.min(largest, middle(exponent, bin)));
        }
      }
    }
    return largest;
  }

  private static double middle(int exponent, int bin) {
    if (exponent == 0 && bin == 0) {
      return 0;
    }
    long bits = ((long) exponent << MANTISSA_BITS) | ((long) bin << BIN_SHIFT);
    return Double.longBitsToDouble(bits | 1L << (BIN_SHIFT - 1));
  }
}
