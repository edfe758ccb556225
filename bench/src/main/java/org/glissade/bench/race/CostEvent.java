package org.glissade.bench.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What clipping by norm adds to an epoch of W1: the ratio to plain descent, pair by pair. */
final class CostEvent {
  private static final int LEAST_PAIRS = 20;
  private static final int WARM_UP = 3;
  private static final double CONFIDENCE = 0.95;
  private static final List<String> EXTENTS = List.of("parameter", "layer", "global", "unit");
  private static final Setup TWO = new Setup(2, Waiting.PASSIVE);

  private final Stable stable;

  CostEvent(Stable stable) {
    this.stable = stable;
  }

  Section hold() {
    Options options = stable.options();
    int pairs = options.quick() ? options.rounds() : Math.max(LEAST_PAIRS, options.rounds());
    List<Row> rows = new ArrayList<>();
    for (String extent : EXTENTS) {
      rows.add(row(extent, pairs));
    }
    return new Section(
        "cost",
        "an epoch of W1 under clip-by-norm and sgd ÷ one under plain sgd, non-finite(propagate)",
        "times",
        rows,
        List.of("%d pairs of epochs, both in one process, each first in turn".formatted(pairs)));
  }

  private Row row(String extent, int pairs) {
    String chain = "clip-by-norm(1.0, extent=%s) | sgd(0.1)".formatted(extent);
    try (Runner runner =
        new Runner("extent=" + extent, TWO, true).begin(stable, stable.ours(), "pair", chain)) {
      for (int i = 0; i < WARM_UP; i++) {
        runner.warmUp();
      }
      for (int pair = 0; pair < pairs; pair++) {
        runner.turn();
      }
      stable.tell("  cost: %s is done".formatted(extent));
      return row(runner);
    }
  }

  private static Row row(Runner runner) {
    List<Double> plain = runner.values(0);
    List<Double> clipped = runner.values(1);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      ratios.add(clipped.get(i) / plain.get(i));
    }
    Row row = runner.row(seconds -> seconds);
    if (ratios.isEmpty()) {
      return row;
    }
    Sample sample = new Sample(ratios);
    String interval =
        sample
            .medianInterval(CONFIDENCE)
            .map(
                at -> String.format(Locale.ROOT, "95 %% interval %.3f - %.3f", at.low(), at.high()))
            .orElse("too few pairs for an interval");
    return Row.of(row.name(), row.setup(), true, sample).noting(row.remark()).noting(interval);
  }
}
