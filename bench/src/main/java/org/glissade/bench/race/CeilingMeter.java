package org.glissade.bench.race;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The best GFLOP/s of one thread in an event, measured anew in each round. */
final class CeilingMeter implements AutoCloseable {
  private static final Setup ONE = new Setup(1, Waiting.PASSIVE);
  private static final String WORK = "ceiling";

  private final Runner ours;
  private final Runner openBlas;

  CeilingMeter(Stable stable) {
    ours = new Runner("multiply-adds and our product", ONE, true);
    ours.begin(stable, stable.ours(), WORK, "");
    openBlas = new Runner("OpenBLAS", ONE, false);
    stable.rival(Rival.LIBTORCH).ifPresent(entrant -> openBlas.begin(stable, entrant, WORK, ""));
  }

  void measure() {
    ours.turn();
    openBlas.turn();
  }

  /** The best of all rounds; empty if nothing could be measured. */
  OptionalDouble best() {
    return Stream.of(ours.values(0), ours.values(1), openBlas.values(0))
        .flatMap(List::stream)
        .mapToDouble(Double::doubleValue)
        .max();
  }

  /** What was measured, in words. */
  String told() {
    return String.format(
        Locale.ROOT,
        "one thread's best GFLOP/s: register-only multiply-adds %.1f, our matrix product %.1f,"
            + " OpenBLAS %s; the ceiling is the greatest times the threads",
        greatest(ours.values(0)),
        greatest(ours.values(1)),
        openBlas.values(0).isEmpty()
            ? "not here"
            : String.format(Locale.ROOT, "%.1f", greatest(openBlas.values(0))));
  }

  private static double greatest(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }

  @Override
  public void close() {
    ours.close();
    openBlas.close();
  }
}
