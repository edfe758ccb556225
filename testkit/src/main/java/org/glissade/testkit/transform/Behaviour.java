package org.glissade.testkit.transform;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.glissade.transform.GradientTransform;

/** What every transform fulfils, on every backend. */
final class Behaviour {
  private static final String OPEN = "open";
  private static final int STEPS = 5;

  private Behaviour() {}

  static List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(new Check("finite gradients give finite updates", Behaviour::finite));
    checks.add(new Check("described again it gives the same bits", Behaviour::deterministic));
    checks.add(new Check("restored state goes on bit for bit", Behaviour::restored));
    checks.add(new Check("nothing changes while a condition fails", Behaviour::gated));
    return checks;
  }

  static Stage stage(Subject subject, GradientTransform rule) {
    return new Stage(subject.backend(), Samples.LAYOUT, rule);
  }

  /** Also a zero gradient behind others, which meets states that are not zero. */
  private static void finite(Subject subject) {
    try (Stage stage = stage(subject, subject.alone())) {
      Samples.forBackend(subject)
          .forEach(
              (name, gradient) -> {
                stage.restart();
                mustBeFinite(subject, name, stage.run(gradient));
                mustBeFinite(subject, name + ", again", stage.run(gradient));
                mustBeFinite(subject, "zero behind " + name, stage.run(Samples.zero()));
              });
    }
  }

  private static void mustBeFinite(Subject subject, String gradient, double[] update) {
    for (int i = 0; i < update.length; i++) {
      double found = update[i];
      String place = Compare.place(i);
      assertTrue(
          Double.isFinite(found),
          () ->
              "%s, gradient %s: the update at %s is %s".formatted(subject, gradient, place, found));
    }
  }

  private static void deterministic(Subject subject) {
    try (Stage one = stage(subject, subject.inUse());
        Stage two = stage(subject, subject.inUse())) {
      for (int i = 0; i < STEPS; i++) {
        double[] gradient = Samples.ordinary(i);
        String where = "%s, described twice, step %d".formatted(subject, i);
        Compare.bits(where, one.run(gradient), two.run(gradient));
        Compare.snapshots(where, one.snapshot(), two.snapshot());
      }
    }
  }

  private static void restored(Subject subject) {
    try (Stage whole = stage(subject, subject.inUse());
        Stage resumed = stage(subject, subject.inUse())) {
      resumed.run(Samples.ordinary(99));
      for (int i = 0; i < STEPS; i++) {
        double[] gradient = Samples.ordinary(i);
        if (i == 2) {
          resumed.store().restore(whole.snapshot());
        }
        double[] expected = whole.run(gradient);
        if (i >= 2) {
          String where = "%s, restored before step 2, step %d".formatted(subject, i);
          Compare.bits(where, expected, resumed.run(gradient));
          Compare.snapshots(where, whole.snapshot(), resumed.snapshot());
        }
      }
    }
  }

  /** A transform under a condition. */
  static GradientTransform gated(GradientTransform rule) {
    return (gradients, step) ->
        step.when(step.setting(OPEN, 1), inner -> rule.apply(gradients, inner));
  }

  /** Steps in which a condition fails are as if they had not been. */
  private static void gated(Subject subject) {
    try (Stage plain = stage(subject, subject.inUse());
        Stage stage = stage(subject, gated(subject.inUse()))) {
      for (int i = 0; i < STEPS; i++) {
        double[] gradient = Samples.ordinary(i);
        boolean open = i % 2 == 0;
        stage.store().write(OPEN, open ? 1 : 0);
        SortedMap<String, double[]> before = stage.snapshot();
        double[] update = stage.run(gradient);
        String where = "%s, condition %s, step %d".formatted(subject, open, i);
        Compare.bits(where, open ? plain.run(gradient) : Samples.zero(), update);
        if (!open) {
          Compare.snapshots(where, before, stage.snapshot());
        }
      }
    }
  }
}
