package org.glissade.bench.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Who starts a new process in each round, and what was measured of each. */
final class Starter {
  private final String name;
  private final String setup;
  private final boolean ours;
  private final String remark;
  private final Supplier<FirstEpoch> start;
  private final List<FirstEpoch> epochs = new ArrayList<>();
  private Optional<String> failure = Optional.empty();

  Starter(String name, String setup, boolean ours, String remark, Supplier<FirstEpoch> start) {
    this.name = name;
    this.setup = setup;
    this.ours = ours;
    this.remark = remark;
    this.start = start;
  }

  /** Starts once more, unless that has failed before. */
  void go() {
    if (failure.isEmpty()) {
      try {
        epochs.add(start.get());
      } catch (RaceException e) {
        failure = Optional.of(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Seconds until the first epoch was done. */
  Row seconds() {
    return row(epochs.stream().map(FirstEpoch::seconds).toList());
  }

  /** The most memory held until then. */
  Row memory() {
    return row(epochs.stream().map(FirstEpoch::megabytes).toList());
  }

  private Row row(List<Double> values) {
    Row row =
        values.isEmpty()
            ? Row.absent(name, remark)
            : Row.of(name, setup, ours, new Sample(values)).noting(remark);
    return row.noting(failure.orElse(""));
  }
}
