package org.glissade.examples.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A logarithmic axis from 10^{@code low} to 10^{@code high}. Where zero occurs it has a place of
 * its own at the low end, below all positive values.
 */
record LogScale(double low, double high, boolean zero) implements Scale {
  private static final int MOST_TICKS = 6;
  private static final double ZERO_BAND = 0.1;
  private static final double PADDING = 0.04;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** An axis on which all finite values that are not negative have a place. */
  static LogScale over(DoubleStream values) {
    double[] finite = values.filter(value -> Double.isFinite(value) && value >= 0).toArray();
    boolean zero = Arrays.stream(finite).anyMatch(value -> value == 0);
    double[] logs =
        Arrays.stream(finite).filter(value -> value > 0).map(Math::log10).sorted().toArray();
    double low = logs.length == 0 ? 0 : logs[0];
    double high = logs.length == 0 ? 0 : logs[logs.length - 1];
    double padding = high - low < 0.1 ? 0.1 : PADDING * (high - low);
    return new LogScale(low - padding, high + padding, zero);
  }

  @Override
  public double place(double value) {
    if (!Double.isFinite(value) || value < 0 || (value == 0 && !zero)) {
      return Double.NaN;
    }
    if (value == 0) {
      return 0;
    }
    double place = (Math.log10(value) - low) / (high - low);
    return zero ? ZERO_BAND + (1 - ZERO_BAND) * place : place;
  }

  @Override
  public List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    if (zero) {
      ticks.add(new Tick(0, "0"));
    }
    positions().forEach(value -> ticks.add(new Tick(place(value), label(value))));
    return ticks;
  }

  /** Powers of ten; in a narrow range 1, 2 and 5 times them; in a very narrow one even steps. */
  private DoubleStream positions() {
    double decades = high - low;
    if (decades >= 2) {
      int every = (int) Math.ceil(decades / MOST_TICKS);
      return DoubleStream.iterate(
              Math.ceil(low / every) * every, exponent -> exponent <= high, e -> e + every)
          .map(exponent -> Math.pow(10, exponent))
          .filter(this::within);
    }
    double[] ladder =
        DoubleStream.iterate(Math.floor(low), exponent -> exponent <= high, e -> e + 1)
            .flatMap(e -> DoubleStream.of(1, 2, 5).map(digit -> digit * Math.pow(10, e)))
            .filter(this::within)
            .toArray();
    if (ladder.length >= 3) {
      return Arrays.stream(ladder);
    }
    double interval = LinearScale.interval(Math.pow(10, high) - Math.pow(10, low));
    return DoubleStream.iterate(
            Math.ceil(Math.pow(10, low) / interval), i -> within(i * interval), i -> i + 1)
        .map(i -> i * interval);
  }

  private boolean within(double value) {
    return Math.log10(value) >= low && Math.log10(value) <= high;
  }

  /** {@code 0.01}, {@code 500}, {@code 10⁶}, {@code 2·10⁶}. */
  static String label(double value) {
    int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
    if (exponent >= -3 && exponent <= 3) {
      return value < 1000
          ? Format.setting(Math.round(value * 1e9) / 1e9)
          : String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    double mantissa = Math.round(value / Math.pow(10, exponent) * 1e3) / 1e3;
    return (mantissa == 1 ? "" : Format.setting(mantissa) + "·") + "10" + superscript(exponent);
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    String.valueOf(Math.abs(exponent))
        .chars()
        .forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
    return text.toString();
  }
}
