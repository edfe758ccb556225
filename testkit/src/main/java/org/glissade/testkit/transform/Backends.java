package org.glissade.testkit.transform;

import java.util.List;
import java.util.Map;
import org.glissade.plan.FusionRules;
import org.glissade.reference.PlanBackend;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Variable;
import org.glissade.transform.GradientTransform;

/** A transform on a backend that runs plans, compared with the interpreted one. */
final class Backends {
  /** Relative, for one step from equal state. */
  private static final double ONE_STEP = 1e-5;

  private Backends() {}

  /** On the backend of the subject, to float precision. */
  static List<Check> checks() {
    return List.of(
        new Check(
            "planned it gives what it gives interpreted",
            subject ->
                planned(
                    subject,
                    (where, expected, actual) ->
                        Compare.floats(where, ONE_STEP, expected, actual))));
  }

  /** Step by step in double, to the bit. */
  static List<Check> exact() {
    return List.of(
        new Check(
            "planned it gives the bits that it gives interpreted",
            subject ->
                planned(
                    new Subject(subject.provider(), subject.call(), new PlanBackend()),
                    Compare::bits)));
  }

  private interface Comparison {
    void of(String where, double[] expected, double[] actual);
  }

  private static void planned(Subject subject, Comparison comparison) {
    for (FusionRules rules : List.of(FusionRules.ALL, FusionRules.NONE)) {
      for (Map.Entry<String, double[]> sample : Samples.forBackend(subject).entrySet()) {
        String where = "%s, %s, gradient %s".formatted(subject, rules, sample.getKey());
        planned(where, subject, rules, sample.getValue(), comparison);
      }
    }
  }

  private static void planned(
      String name, Subject subject, FusionRules rules, double[] gradient, Comparison comparison) {
    GradientTransform rule = subject.inUse();
    try (Stage interpreted = new Stage(new ReferenceBackend(), Samples.LAYOUT, rule);
        Stage planned = new Stage(subject.backend(), Samples.LAYOUT, rule, rules)) {
      for (int i = 0; i < 3; i++) {
        interpreted.store().restore(planned.snapshot());
        double[] given = i == 1 ? Samples.ordinary(40) : gradient;
        String where = "%s, step %d".formatted(name, i);
        comparison.of(where, interpreted.run(given), planned.run(given));
        comparison.of(
            where + ", parameters",
            interpreted.store().read(Variable.PARAMETERS),
            planned.store().read(Variable.PARAMETERS));
      }
    }
  }
}
