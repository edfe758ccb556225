package org.glissade.examples.report;

/**
 * Student's t distribution, by the continued fraction of the incomplete beta function (Abramowitz
 * and Stegun, Handbook of Mathematical Functions, 26.5.8 and 26.7.1).
 *
 * @param freedom degrees of freedom, above 0
 */
record StudentT(double freedom) {
  private static final int TERMS = 500;
  private static final double EXACT = 1e-15;
  private static final double TINY = 1e-300;
  private static final double FAR = 1e6;
  private static final int HALVINGS = 200;

  /** P(|T| ≥ |t|). */
  double twoTails(double t) {
    double x = freedom / (freedom + t * t);
    return Double.isInfinite(t) ? 0 : beta(x, freedom / 2, 0.5);
  }

  /** The t above 0 with P(|T| ≥ t) as given, between 0 and 1. */
  double critical(double twoTails) {
    double low = 0;
    double high = FAR;
    for (int i = 0; i < HALVINGS && low < high; i++) {
      double middle = (low + high) / 2;
      if (twoTails(middle) > twoTails) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The regularised incomplete beta function I_x(a, b). */
  private static double beta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    if (x > (a + 1) / (a + b + 2)) {
      return 1 - beta(1 - x, b, a);
    }
    double logFactor =
        logGamma(a + b)
            - logGamma(a)
            - logGamma(b)
            + a * Math.log(x)
            + b * Math.log1p(-x)
            - Math.log(a);
    return Math.exp(logFactor) * fraction(x, a, b);
  }

  /** 1/(1 + d1/(1 + d2/(1 + …))) by Lentz's method. */
  private static double fraction(double x, double a, double b) {
    double f = 1;
    double c = 1 / TINY;
    double d = 1;
    for (int i = 1; i <= TERMS; i++) {
      double term = term(i, x, a, b);
      d = 1 / away(1 + term * d);
      c = away(1 + term / c);
      f *= c * d;
      if (Math.abs(c * d - 1) < EXACT) {
        break;
      }
    }
    return f;
  }

  private static double away(double x) {
    return Math.abs(x) < TINY ? TINY : x;
  }

  private static double term(int i, double x, double a, double b) {
    int m = i / 2;
    return i % 2 == 0
        ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
  }

  /** Of half a whole number, by its recurrence and Stirling's series. */
  private static double logGamma(double x) {
    double shift = 0;
    double y = x;
    while (y < 15) {
      shift += Math.log(y);
      y++;
    }
    double inverse = 1 / (y * y);
    double series = (1 - inverse * (1.0 / 30 - inverse * (1.0 / 105 - inverse / 140))) / (12 * y);
    return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
  }
}
