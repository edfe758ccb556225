package org.glissade.tensor;

/** The error function in double, within a few units in the last place. */
final class Erf {
  private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
  private static final double TAIL = 3;
  private static final double SATURATION = 6;

  private Erf() {}

  static double erf(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < TAIL) {
      return series(x);
    }
    return Math.signum(x) * (magnitude > SATURATION ? 1 : 1 - tail(magnitude));
  }

  /**
   * 2/√π · e^(-x²) · Σ 2ⁿ x^(2n+1) / (1·3·5···(2n+1)): all terms have one sign, so nothing cancels.
   */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
  }

  /** erfc by Laplace's continued fraction, evaluated backwards. */
  private static double tail(double x) {
    double fraction = x;
    for (int n = 60; n > 0; n--) {
      fraction = x + n / 2.0 / fraction;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
  }
}
