package org.glissade.cpu.kernel;

/** Sums in double over 16 lanes, four lanes at a time: those that the tree adds first. */
final class PlainReductions {
  private PlainReductions() {}

  static final int LANES = 16;

  static double sum(float[] x, int o, int n) {
    int end = o + n / LANES * LANES;
    double total =
        (sumOfFour(x, o, end) + sumOfFour(x, o + 2, end + 2))
            + (sumOfFour(x, o + 1, end + 1) + sumOfFour(x, o + 3, end + 3));
    for (int i = end; i < o + n; i++) {
      total += x[i];
    }
    return total;
  }

  /** Lanes 0, 4, 8 and 12 from {@code from} on. */
  private static double sumOfFour(float[] x, int from, int end) {
    double s0 = 0;
    double s4 = 0;
    double s8 = 0;
    double s12 = 0;
    for (int i = from; i < end; i += LANES) {
      s0 += x[i];
      s4 += x[i + 4];
      s8 += x[i + 8];
      s12 += x[i + 12];
    }
    return (s0 + s8) + (s4 + s12);
  }

  static double dot(float[] x, int xo, float[] y, int yo, int n) {
    int whole = n / LANES * LANES;
    double total =
        (dotOfFour(x, xo, y, yo, whole) + dotOfFour(x, xo + 2, y, yo + 2, whole))
            + (dotOfFour(x, xo + 1, y, yo + 1, whole) + dotOfFour(x, xo + 3, y, yo + 3, whole));
    for (int i = whole; i < n; i++) {
      total += (double) x[xo + i] * y[yo + i];
    }
    return total;
  }

  private static double dotOfFour(float[] x, int xo, float[] y, int yo, int whole) {
    double s0 = 0;
    double s4 = 0;
    double s8 = 0;
    double s12 = 0;
    for (int i = 0; i < whole; i += LANES) {
      s0 += (double) x[xo + i] * y[yo + i];
      s4 += (double) x[xo + i + 4] * y[yo + i + 4];
      s8 += (double) x[xo + i + 8] * y[yo + i + 8];
      s12 += (double) x[xo + i + 12] * y[yo + i + 12];
    }
    return (s0 + s8) + (s4 + s12);
  }
}
