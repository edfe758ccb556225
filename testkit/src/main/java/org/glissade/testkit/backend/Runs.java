package org.glissade.testkit.backend;

import java.util.List;
import org.glissade.backend.Backend;
import org.glissade.backend.SessionOptions;
import org.glissade.plan.FusionRules;
import org.glissade.reference.ReferenceBackend;

/** Runs a case twice, side by side. */
final class Runs {
  private Runs() {}

  /**
   * Fails unless a backend computes in every run, from equal state, what the reference computes.
   */
  static void compareWithReference(
      Case tested, Backend backend, SessionOptions options, FusionRules rules) {
    try (Lane reference = new Lane(tested, new ReferenceBackend(), options, rules);
        Lane other = new Lane(tested, backend, options, rules)) {
      for (int run = 0; run < tested.feeds().size(); run++) {
        reference.follow(reference);
        other.follow(reference);
        compare(tested, run, tested.accuracy(), reference, other);
      }
    }
  }

  /** Fails unless two lanes give the same bits in every run. */
  static void compareBits(Case tested, Lane one, Lane other) {
    for (int run = 0; run < tested.feeds().size(); run++) {
      compare(tested, run, Accuracy.EXACT, one, other);
    }
  }

  private static void compare(Case tested, int run, Accuracy accuracy, Lane expected, Lane actual) {
    Feed feed = tested.feeds().get(run);
    expected.run(feed);
    actual.run(feed);
    String where = "%s, run %d (%s), %s".formatted(tested.name(), run, feed.label(), actual);
    List<Result> wanted = expected.results();
    List<Result> found = actual.results();
    for (int i = 0; i < wanted.size(); i++) {
      Comparison.check(where, accuracy, wanted.get(i), found.get(i));
    }
  }
}
