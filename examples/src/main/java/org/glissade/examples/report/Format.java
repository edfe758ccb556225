package org.glissade.examples.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/**
 * Numbers as a person reads them: the same in the table, in the sentences, on the page and in the
 * progress line.
 */
public final class Format {
  private static final int DIGITS = 3;
  private static final double LARGE = 1e6;
  private static final double SMALL = 1e-4;

  private Format() {}

  /**
   * {@code 0.0831}, {@code 12.3}, {@code 4,123}, {@code 1.23e9}, {@code NaN}, {@code inf}: so many
   * significant digits, whole from 1,000 on.
   */
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    double size = Math.abs(rounded.doubleValue());
    if (size >= LARGE || size < SMALL) {
      return scientific(rounded);
    }
    return size >= 1000
        ? String.format(Locale.ROOT, "%,d", Math.round(value))
        : rounded.setScale(DIGITS - 1 - exponent(rounded)).toPlainString();
  }

  private static int exponent(BigDecimal number) {
    return number.precision() - number.scale() - 1;
  }

  private static String scientific(BigDecimal rounded) {
    int exponent = exponent(rounded);
    BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros();
    return mantissa.toPlainString() + "e" + exponent;
  }

  /** A setting as it was given: {@code 0.01}, {@code 2}. */
  static String setting(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
        : number(value);
  }

  /**
   * {@code 97 %}, {@code 0.3 %}, {@code >99.9 %}: never rounded to nothing or to all; {@code NaN}
   * is a dash.
   */
  public static String share(double share) {
    if (Double.isNaN(share)) {
      return "-";
    }
    if (share == 0 || share == 1) {
      return share == 0 ? "0 %" : "100 %";
    }
    if (share < 0.001 || share > 0.999) {
      return share < 0.5 ? "<0.1 %" : ">99.9 %";
    }
    boolean nearEnd = share < 0.01 || share > 0.99;
    return String.format(Locale.ROOT, nearEnd ? "%.1f %%" : "%.0f %%", 100 * share);
  }

  /** {@code 97.31 %} with so many decimals; {@code NaN} is a dash. */
  public static String percent(double share, int decimals) {
    return Double.isNaN(share)
        ? "-"
        : String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * share);
  }

  /** {@code 9.3}: seconds with one decimal. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%,.1f", seconds);
  }

  /** {@code 7 s}, {@code 1 m 05 s}, {@code 2 h 03 m}. */
  static String duration(Duration duration) {
    long seconds = Math.max(0, duration.plusMillis(500).toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d m %02d s", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d h %02d m", seconds / 3600, seconds % 3600 / 60);
  }

  /** {@code 1 epoch}, {@code 2 epochs}. */
  public static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
