package org.glissade.examples;

import java.util.List;
import java.util.Set;
import org.glissade.nn.TrainingRun;

/**
 * In which share of the steps a transform changed the gradient, as the transforms themselves say: a
 * link that may let a gradient pass unchanged reports {@code acted}, above 0 where it did not. It
 * acted in a step if any of its groups did.
 */
final class ActedCount {
  private static final String ACTED = "acted";

  private List<String> reports = List.of();
  private long steps;
  private long acted;

  /** Learns which reports there are. */
  void listenTo(Set<String> names) {
    reports =
        names.stream().filter(name -> name.equals(ACTED) || name.endsWith("/" + ACTED)).toList();
  }

  /** Counts a step. */
  void add(TrainingRun run) {
    steps++;
    for (String report : reports) {
      if (isAny(run.report(report))) {
        acted++;
        return;
      }
    }
  }

  private static boolean isAny(double[] groups) {
    for (double group : groups) {
      if (group > 0) {
        return true;
      }
    }
    return false;
  }

  /** From 0 to 1; NaN where nothing reports it, or before the first step. */
  double share() {
    return reports.isEmpty() ? Double.NaN : (double) acted / steps;
  }
}
