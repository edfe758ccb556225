package org.glissade.bench.race;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.glissade.bench.contest.Workload;

/** W1 on two threads, quiet and with one core taken by another process, in turns. */
final class BusyEvent {
  private static final int WARM_UP = 3;
  private static final Setup TWO = new Setup(2, Waiting.PASSIVE);

  private final Stable stable;

  BusyEvent(Stable stable) {
    this.stable = stable;
  }

  Section hold() {
    Process neighbour = neighbour();
    try (Runner quiet = runner("quiet");
        Runner busy = runner("one core taken")) {
      for (int i = 0; i < WARM_UP; i++) {
        quiet.warmUp();
        busy.warmUp();
      }
      for (int round = 0; round < stable.options().rounds(); round++) {
        quiet.turn();
        Children.signal(neighbour, "CONT");
        busy.turn();
        Children.signal(neighbour, "STOP");
      }
      return section(quiet.row(seconds -> seconds), busy.row(seconds -> seconds));
    } finally {
      Children.end(neighbour);
    }
  }

  private Runner runner(String name) {
    return new Runner(name, TWO, true)
        .begin(stable, stable.ours(), Workload.W1.name(), Workload.CHAIN);
  }

  private Process neighbour() {
    Entrant burner =
        new Entrant("neighbour", List.of(), stable.ours().classPath(), Burner.class.getName());
    try {
      Process process = Children.start(new ProcessBuilder(burner.command(List.of())));
      Children.signal(process, "STOP");
      return process;
    } catch (IOException e) {
      throw new RaceException("cannot start a busy neighbour: " + e.getMessage(), e);
    }
  }

  private static Section section(Row quiet, Row busy) {
    Row told = busy;
    if (quiet.sample().isPresent() && busy.sample().isPresent()) {
      double ratio = busy.sample().get().median() / quiet.sample().get().median();
      told = busy.noting(String.format(Locale.ROOT, "%.2f times the quiet median", ratio));
    }
    return new Section(
        "busy", "an epoch of W1 beside another process", "s", List.of(quiet, told), List.of());
  }
}
