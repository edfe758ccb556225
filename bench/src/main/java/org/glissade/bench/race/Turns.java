package org.glissade.bench.race;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Rounds in which the first contestant runs before each of the others: it, one, it, another. */
final class Turns {
  private final Stable stable;
  private final String title;
  private final Runner lead;
  private final List<Runner> others;

  Turns(Stable stable, String title, Runner lead, List<Runner> others) {
    this.stable = stable;
    this.title = title;
    this.lead = lead;
    this.others = List.copyOf(others);
  }

  /** One round for each number up to {@code rounds}; {@code before} is done first in each. */
  void run(int rounds, Runnable before) {
    for (int round = 1; round <= rounds; round++) {
      before.run();
      StringJoiner line = new StringJoiner("  ");
      for (Runner other : others) {
        if (other.isRunning()) {
          turn(lead, line);
          turn(other, line);
        }
      }
      if (others.stream().noneMatch(Runner::isRunning)) {
        turn(lead, line);
      }
      stable.tell("%s round %d of %d: %s".formatted(title, round, rounds, line));
    }
  }

  private static void turn(Runner runner, StringJoiner line) {
    runner
        .turn()
        .ifPresent(
            values -> line.add(String.format(Locale.ROOT, "%s %.4f", runner.name(), values[0])));
  }
}
