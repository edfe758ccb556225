package org.glissade.examples.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** An axis from {@code low} to {@code high} with a tick at every multiple of {@code interval}. */
record LinearScale(double low, double high, double interval, DoubleFunction<String> label)
    implements Scale {
  private static final int MOST_TICKS = 6;
  private static final double[] NICE = {1, 2, 5, 10};

  /** From {@code low} to {@code high} exactly. */
  static LinearScale exact(double low, double high, DoubleFunction<String> label) {
    double end = high > low ? high : low + 1;
    return new LinearScale(low, end, interval(end - low), label);
  }

  /** Counts from {@code low} to {@code high}, ticks only at whole numbers. */
  static LinearScale counts(long low, long high) {
    LinearScale scale =
        exact((double) low, (double) high, value -> String.format(Locale.ROOT, "%,.0f", value));
    return new LinearScale(scale.low, scale.high, Math.max(1, scale.interval), scale.label);
  }

  /** Shares within 0..1 as percentages, the ends moved out to a tick. */
  static LinearScale shares(double low, double high) {
    double room = Math.max(high - low, 0.01);
    double interval = interval(room);
    double from = Math.max(0, Math.floor((low - room / 50) / interval) * interval);
    double to = Math.min(1, Math.ceil((high + room / 50) / interval) * interval);
    return new LinearScale(from, to, interval, LinearScale::percent);
  }

  private static String percent(double share) {
    return Format.setting(Math.round(share * 1e5) / 1e3) + " %";
  }

  /**
   * The smallest interval among 1, 2 and 5 times a power of ten that needs no more than six ticks.
   */
  static double interval(double range) {
    double power = Math.pow(10, Math.floor(Math.log10(range / MOST_TICKS)));
    for (double nice : NICE) {
      if (range / (nice * power) <= MOST_TICKS) {
        return nice * power;
      }
    }
    return 10 * power;
  }

  @Override
  public double place(double value) {
    return Double.isFinite(value) ? (value - low) / (high - low) : Double.NaN;
  }

  @Override
  public List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    double tolerance = interval * 1e-6;
    for (double i = Math.ceil((low - tolerance) / interval);
        i * interval <= high + tolerance;
        i++) {
      double value = i * interval + 0.0;
      ticks.add(new Tick(place(value), label.apply(value)));
    }
    return ticks;
  }
}
