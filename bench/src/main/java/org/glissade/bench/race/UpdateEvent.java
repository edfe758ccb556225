package org.glissade.bench.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glissade.bench.UpdateChain;
import org.glissade.bench.contest.AdamStep;

/** Milliseconds of an update of 10 million elements whose gradients are given. */
final class UpdateEvent {
  private static final double MILLI = 1e-3;
  private static final double GIGA = 1e9;
  private static final int WARM_UP = 3;
  private static final int BYTES = 1;
  private static final String WORK = "update";
  private static final String ADAM =
      String.format(
          Locale.ROOT,
          "clip-by-norm(1.0, extent=global) | adamw(%s, decay=%s)",
          AdamStep.RATE,
          AdamStep.DECAY);

  private final Stable stable;

  UpdateEvent(Stable stable) {
    this.stable = stable;
  }

  /** Workload W6, beside libtorch, whose foreach and fused operators are meant for it. */
  Section againstLibtorch() {
    List<Runner> runners =
        List.of(
            ours("Glissade", 2, ADAM),
            ours("Glissade", 1, ADAM),
            stable.runner(Rival.LIBTORCH, WORK));
    return hold("W6", "global-norm clip and AdamW over 10 M elements in 100 tensors", runners)
        .compared();
  }

  /** Chains of one, four and eight links. */
  Section chains() {
    List<Runner> runners = new ArrayList<>();
    for (UpdateChain chain : UpdateChain.values()) {
      String name =
          "%s, %d link%s"
              .formatted(
                  chain.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  chain.links(),
                  chain.links() == 1 ? "" : "s");
      runners.add(ours(name, 2, chain.text()));
    }
    return hold("chains", "update stages over 10 M elements in 100 tensors", runners);
  }

  private Runner ours(String name, int threads, String chain) {
    Setup setup = new Setup(threads, Waiting.PASSIVE);
    return new Runner(name, setup, true).begin(stable, stable.ours(), WORK, chain);
  }

  private Section hold(String id, String title, List<Runner> runners) {
    try (Bandwidth one = new Bandwidth(stable, 1);
        Bandwidth two = new Bandwidth(stable, 2)) {
      for (int i = 0; i < WARM_UP; i++) {
        runners.forEach(Runner::warmUp);
      }
      new Turns(stable, id, runners.get(0), runners.subList(1, runners.size()))
          .run(
              stable.options().rounds(),
              () -> {
                one.measure();
                two.measure();
              });
      List<Row> rows = new ArrayList<>();
      for (Runner runner : runners) {
        Bandwidth copy = runner.setup().threads() == 1 ? one : two;
        rows.add(row(runner, copy.median()));
      }
      return new Section(id, title, "ms", rows, List.of(one.told(), two.told()));
    } finally {
      runners.forEach(Runner::close);
    }
  }

  private static Row row(Runner runner, OptionalDouble copy) {
    Row row = runner.row(seconds -> seconds / MILLI);
    Optional<Double> bytes = runner.last(BYTES);
    if (row.sample().isEmpty() || bytes.isEmpty() || copy.isEmpty()) {
      return row;
    }
    double rate = bytes.get() / GIGA / (MILLI * row.sample().get().median());
    return row.withShare(rate / copy.getAsDouble())
        .noting(String.format(Locale.ROOT, "%.0f MB a plan, %.1f GB/s", bytes.get() / 1e6, rate));
  }
}
