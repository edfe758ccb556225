package org.glissade.bench.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What clipping by norm adds to steps of W1: in each of some JVMs the median ratio to plain descent
 * of many short pairs. A stall of the machine disturbs few of them, and what C2 happened to make of
 * the code in one JVM is one value of the sample.
 */
final class CostEvent {
  private static final int LEAST_JVMS = 20;
  private static final int PAIRS = 15;
  private static final int WARM_UP = 20;
  private static final double CONFIDENCE = 0.95;
  private static final List<String> EXTENTS = List.of("parameter", "layer", "global", "unit");
  private static final Setup TWO = new Setup(2, Waiting.PASSIVE);

  private final Stable stable;

  CostEvent(Stable stable) {
    this.stable = stable;
  }

  Section hold() {
    Options options = stable.options();
    int jvms = options.quick() ? options.rounds() : Math.max(LEAST_JVMS, options.rounds());
    List<Row> rows = new ArrayList<>();
    for (String extent : EXTENTS) {
      rows.add(row(extent, jvms));
      stable.tell("  cost: %s is done".formatted(extent));
    }
    return new Section(
        "cost",
        "64 steps of W1 under clip-by-norm and sgd ÷ 64 under plain sgd, non-finite(propagate)",
        "times",
        rows,
        List.of(
            "%d JVMs, the median of %d pairs in each, each first in turn".formatted(jvms, PAIRS)));
  }

  private Row row(String extent, int jvms) {
    String name = "extent=" + extent;
    String chain = "clip-by-norm(1.0, extent=%s) | sgd(0.1)".formatted(extent);
    List<Double> ratios = new ArrayList<>();
    for (int jvm = 0; jvm < jvms; jvm++) {
      try (Runner runner =
          new Runner(name, TWO, true).begin(stable, stable.ours(), "pair", chain)) {
        List<Double> some = ratios(runner);
        if (some.isEmpty()) {
          return runner.row(seconds -> seconds);
        }
        ratios.add(new Sample(some).median());
      }
    }
    Sample sample = new Sample(ratios);
    String interval =
        sample
            .medianInterval(CONFIDENCE)
            .map(
                at -> String.format(Locale.ROOT, "95 %% interval %.3f - %.3f", at.low(), at.high()))
            .orElse("too few JVMs for an interval");
    return Row.of(name, TWO.toString(), true, sample).noting(interval);
  }

  private static List<Double> ratios(Runner runner) {
    for (int i = 0; i < WARM_UP; i++) {
      runner.warmUp();
    }
    for (int pair = 0; pair < PAIRS; pair++) {
      runner.turn();
    }
    List<Double> plain = runner.values(0);
    List<Double> clipped = runner.values(1);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      ratios.add(clipped.get(i) / plain.get(i));
    }
    return ratios;
  }
}
