package org.glissade.testkit.transform;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.glissade.plan.FusionRules;
import org.glissade.reference.PlanBackend;
import org.glissade.reference.ReferenceBackend;
import org.glissade.spi.Trait;
import org.glissade.tensor.Variable;

/** A transform on a backend that runs plans, compared with the interpreted one. */
final class Backends {
  /** Relative, for one step from equal state. */
  private static final double ONE_STEP = 1e-5;

  private Backends() {}

  /**
   * On the backend of the subject, to float precision. Where it needs values, an update may also be
   * off by four times what it would change if each element of parameters and states were one float
   * further out.
   */
  static List<Check> checks() {
    return List.of(
        new Check(
            "planned it gives what it gives interpreted",
            subject ->
                planned(
                    subject,
                    (where, expected, actual, blur) ->
                        Compare.floats(where, ONE_STEP, expected, actual, blur))));
  }

  /** Step by step in double, to the bit. */
  static List<Check> exact() {
    return List.of(
        new Check(
            "planned it gives the bits that it gives interpreted",
            subject ->
                planned(
                    new Subject(subject.provider(), subject.call(), new PlanBackend()),
                    (where, expected, actual, blur) -> Compare.bits(where, expected, actual))));
  }

  private interface Comparison {
    void of(String where, double[] expected, double[] actual, double[] blur);
  }

  private static void planned(Subject subject, Comparison comparison) {
    for (FusionRules rules : List.of(FusionRules.ALL, FusionRules.NONE)) {
      try (Stage interpreted = new Stage(new ReferenceBackend(), Samples.LAYOUT, subject.inUse());
          Stage planned = new Stage(subject.backend(), Samples.LAYOUT, subject.inUse(), rules)) {
        Samples.forBackend(subject)
            .forEach(
                (sample, gradient) -> {
                  planned.restart();
                  for (int i = 0; i < 3; i++) {
                    String where =
                        "%s, %s, gradient %s, step %d".formatted(subject, rules, sample, i);
                    double[] given = i == 1 ? Samples.ordinary(40) : gradient;
                    double[] blur = blur(subject, interpreted, planned.snapshot(), given);
                    step(where, interpreted, planned, given, blur, comparison);
                  }
                });
      }
    }
  }

  /** One step from the state that the planned one is in. */
  private static void step(
      String where,
      Stage interpreted,
      Stage planned,
      double[] gradient,
      double[] blur,
      Comparison comparison) {
    interpreted.store().restore(planned.snapshot());
    double[] before = interpreted.store().read(Variable.PARAMETERS);
    comparison.of(where, interpreted.run(gradient), planned.run(gradient), blur);
    comparison.of(
        where + ", parameters",
        interpreted.store().read(Variable.PARAMETERS),
        planned.store().read(Variable.PARAMETERS),
        Samples.changed(before, x -> ONE_STEP * Math.abs(x)));
  }

  /** By how much each update may be off because parameters and states are floats. */
  private static double[] blur(
      Subject subject, Stage stage, SortedMap<String, double[]> before, double[] gradient) {
    double[] blur = new double[gradient.length];
    if (subject.declares(Trait.NEEDS_VALUES) && !Samples.isWide(subject.backend())) {
      stage.store().restore(before);
      double[] update = stage.run(gradient);
      double[] further = stage.further(before, gradient);
      Arrays.setAll(blur, i -> 4 * Math.abs(further[i] - update[i]));
    }
    return blur;
  }
}
