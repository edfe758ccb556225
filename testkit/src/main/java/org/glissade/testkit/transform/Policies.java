package org.glissade.testkit.transform;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.NonFinite;
import org.glissade.transform.NonFinite.Policy;

/** A transform under each policy for gradients that are not finite. */
final class Policies {
  private static final double[] POISON = {Double.NaN, Double.POSITIVE_INFINITY};

  private Policies() {}

  static List<Check> checks() {
    return List.of(
        new Check("non-finite: skip-step is as if the step had not been", Policies::skipped),
        new Check("non-finite: stop waits until the host has looked", Policies::stopped),
        new Check("non-finite: zero-elements is as if they were 0", Policies::zeroed));
  }

  private static double[] poisoned(double poison) {
    int somewhere = Samples.LAYOUT.offset(2) + 5;
    return Samples.with(Samples.ordinary(1), somewhere, poison);
  }

  private static Stage under(Subject subject, Policy policy) {
    GradientTransform rule = subject.under(policy);
    return Behaviour.stage(subject, rule);
  }

  /** What the transform itself remembers, with the parameters and counts. */
  private static SortedMap<String, double[]> own(Stage stage) {
    SortedMap<String, double[]> own = new TreeMap<>(stage.snapshot());
    own.keySet().removeIf(key -> key.startsWith(NonFinite.NAME + "/"));
    return own;
  }

  private static void same(String where, Stage expected, Stage actual) {
    Compare.snapshots(where, own(expected), own(actual));
  }

  private static void skipped(Subject subject) {
    for (double poison : POISON) {
      try (Stage whole = under(subject, Policy.SKIP_STEP);
          Stage stage = under(subject, Policy.SKIP_STEP)) {
        for (int i = 0; i < 3; i++) {
          whole.run(Samples.ordinary(10 + i));
          stage.run(poisoned(poison));
          stage.run(Samples.ordinary(10 + i));
          same(
              "%s, behind a gradient with %s, step %d".formatted(subject, poison, i), whole, stage);
        }
      }
    }
  }

  private static void stopped(Subject subject) {
    for (double poison : POISON) {
      try (Stage whole = under(subject, Policy.STOP);
          Stage stage = under(subject, Policy.STOP)) {
        whole.run(Samples.ordinary(10));
        stage.run(Samples.ordinary(10));
        stage.run(poisoned(poison));
        same("%s, stopped at %s".formatted(subject, poison), whole, stage);
        stage.run(Samples.ordinary(11));
        same("%s, still stopped".formatted(subject), whole, stage);
        stage.store().write(NonFinite.STOPPED, 0);
        whole.run(Samples.ordinary(12));
        stage.run(Samples.ordinary(12));
        same("%s, going on".formatted(subject), whole, stage);
      }
    }
  }

  private static void zeroed(Subject subject) {
    for (double poison : POISON) {
      try (Stage whole = under(subject, Policy.ZERO_ELEMENTS);
          Stage stage = under(subject, Policy.ZERO_ELEMENTS)) {
        for (int i = 0; i < 3; i++) {
          whole.run(poisoned(0));
          stage.run(poisoned(poison));
          same("%s, %s in step %d".formatted(subject, poison, i), whole, stage);
        }
      }
    }
  }
}
