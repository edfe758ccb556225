package org.glissade.bench.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.glissade.bench.OurTraining;
import org.glissade.bench.contest.Workload;
import org.glissade.cpu.CpuBackend;

/**
 * Seconds of an epoch in steady state: everybody trains for some epochs and is tested, and then
 * come the rounds.
 */
final class EpochEvent {
  private static final int WARM_UP = 3;
  private static final double GIGA = 1e9;
  private static final String FILLED = "faint random bytes in place of zeros";
  private static final Setup ONE = new Setup(1, Waiting.PASSIVE);
  private static final Setup TWO = new Setup(2, Waiting.PASSIVE);

  private final Stable stable;
  private final Workload workload;

  EpochEvent(Stable stable, Workload workload) {
    this.stable = stable;
    this.workload = workload;
  }

  Section hold() {
    List<Runner> runners = new ArrayList<>(ours());
    for (Rival rival : Rival.values()) {
      runners.add(stable.runner(rival, workload.name()).note(rival.remark()));
    }
    try (CeilingMeter ceiling = new CeilingMeter(stable)) {
      runners.forEach(this::prepare);
      new Turns(stable, workload.name(), runners.get(0), runners.subList(1, runners.size()))
          .run(stable.options().rounds(), ceiling::measure);
      return section(runners, ceiling);
    } finally {
      runners.forEach(Runner::close);
    }
  }

  /** One row for each number of threads, and one for each other way to compute the same. */
  private List<Runner> ours() {
    List<Runner> rows = new ArrayList<>();
    rows.add(ours("Glissade", TWO, stable.ours()));
    rows.add(ours("Glissade", ONE, stable.ours()));
    Entrant dense = stable.ours("Glissade dense", CpuBackend.SPARSE + "=false");
    rows.add(ours("Glissade, zeros multiplied too", TWO, dense));
    if (workload == Workload.W1) {
      Entrant half = stable.ours("Glissade half", OurTraining.DENSITY + "=0.5");
      rows.add(ours("Glissade, half of the pixels not 0", TWO, half).note(FILLED));
      rows.add(ours("Glissade without the Vector API", TWO, stable.oursWithoutVectors()));
    }
    return rows;
  }

  private Runner ours(String name, Setup setup, Entrant entrant) {
    return new Runner(name, setup, true).begin(stable, entrant, workload.name(), Workload.CHAIN);
  }

  private void prepare(Runner runner) {
    for (int epoch = 0; epoch < WARM_UP; epoch++) {
      runner.warmUp();
    }
    runner.test();
    if (runner.isRunning()) {
      stable.tell("  %s: %s is warm".formatted(workload, runner.name()));
    }
  }

  private Section section(List<Runner> runners, CeilingMeter ceiling) {
    double work = workload.operations() * (double) stable.options().examples() / GIGA;
    List<Row> rows = new ArrayList<>();
    for (Runner runner : runners) {
      Row row = runner.row(DoubleUnaryOperator.identity());
      rows.add(share(row, runner.setup().threads(), work, ceiling.best()));
    }
    String title =
        String.format(
            Locale.ROOT,
            "%s, batch %d: an epoch of %,d examples",
            String.join("-", widths()),
            workload.batch(),
            stable.options().examples());
    List<String> notes =
        List.of(
            String.format(Locale.ROOT, "%.1f GFLOP of matrix products an epoch", work),
            ceiling.told(),
            "accuracy: of the test set after %d epochs".formatted(WARM_UP));
    return new Section(workload.name(), title, "s", Accuracy.checked(rows), notes).compared();
  }

  private List<String> widths() {
    return Arrays.asList(workload.widths().stream().map(String::valueOf).toArray(String[]::new));
  }

  private static Row share(Row row, int threads, double work, OptionalDouble ceiling) {
    return row.sample().isEmpty() || ceiling.isEmpty()
        ? row
        : row.withShare(work / row.sample().get().median() / (threads * ceiling.getAsDouble()));
  }
}
