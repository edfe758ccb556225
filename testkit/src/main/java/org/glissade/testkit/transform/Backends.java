package org.glissade.testkit.transform;

import java.util.List;
import java.util.Map;
import org.glissade.plan.FusionRules;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Variable;
import org.glissade.transform.GradientTransform;

/** A transform on a backend that runs plans, compared with the interpreted one. */
final class Backends {
  /** Relative, for one step from equal state. */
  private static final double ONE_STEP = 1e-5;

  private Backends() {}

  static List<Check> checks() {
    return List.of(new Check("planned it gives what it gives interpreted", Backends::planned));
  }

  private static void planned(Subject subject) {
    for (FusionRules rules : List.of(FusionRules.ALL, FusionRules.NONE)) {
      for (Map.Entry<String, double[]> sample : Samples.forBackend(subject).entrySet()) {
        planned(subject, rules, sample.getKey(), sample.getValue());
      }
    }
  }

  private static void planned(Subject subject, FusionRules rules, String name, double[] gradient) {
    GradientTransform rule = subject.inUse();
    try (Stage interpreted = new Stage(new ReferenceBackend(), Samples.LAYOUT, rule);
        Stage planned = new Stage(subject.backend(), Samples.LAYOUT, rule, rules)) {
      for (int i = 0; i < 3; i++) {
        interpreted.store().restore(planned.snapshot());
        double[] given = i == 1 ? Samples.ordinary(40) : gradient;
        String where = "%s, %s, gradient %s, step %d".formatted(subject, rules, name, i);
        Compare.floats(where, ONE_STEP, interpreted.run(given), planned.run(given));
        Compare.floats(
            where + ", parameters",
            ONE_STEP,
            interpreted.store().read(Variable.PARAMETERS),
            planned.store().read(Variable.PARAMETERS));
      }
    }
  }
}
