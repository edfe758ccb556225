package org.glissade.testkit.transform;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.glissade.spi.Trait;
import org.glissade.tensor.Layout;

/**
 * The traits that promise something about T(g). Each is tried from the first state and from one
 * that some steps have left behind; the same state on both sides of an equation.
 */
final class Promises {
  /** Relative: the promises hold up to rounding, and the reference computes in double. */
  private static final double ROUNDING = 1e-9;

  private static final double[] FACTORS = {2, 0.3, 1e-6, 1e6};

  private static final double[] OTHERS = {-3.5, 0, 1e30, Double.NaN, Double.POSITIVE_INFINITY};

  private Promises() {}

  /** The check of a trait that promises something. */
  static Map<Trait, Check> checks() {
    return new EnumMap<>(
        Map.of(
            Trait.ZERO_PRESERVING, new Check("T(0) = 0", Promises::zeroPreserving),
            Trait.IDEMPOTENT, new Check("T(T(g)) = T(g)", Promises::idempotent),
            Trait.SCALE_EQUIVARIANT, new Check("T(c·g) = c·T(g)", s -> scaled(s, true)),
            Trait.SCALE_INVARIANT, new Check("T(c·g) = T(g)", s -> scaled(s, false)),
            Trait.ELEMENT_WISE, new Check("each element by itself", Promises::elementWise)));
  }

  private static void zeroPreserving(Subject subject) {
    try (Stage stage = stage(subject)) {
      for (int i = 0; i < 3; i++) {
        String where = "%s, gradient 0 in step %d".formatted(subject, i);
        Compare.bits(where, Samples.zero(), stage.run(Samples.zero()));
      }
    }
  }

  private static void idempotent(Subject subject) {
    eachState(
        subject,
        (where, from, gradient) -> {
          double[] once = from.apply(gradient);
          Compare.close(where, ROUNDING, once, from.apply(once));
        });
  }

  private static void scaled(Subject subject, boolean equivariant) {
    eachState(
        subject,
        (where, from, gradient) -> {
          double[] update = from.apply(gradient);
          for (double factor : FACTORS) {
            double[] expected = equivariant ? Samples.changed(update, x -> x * factor) : update;
            double[] longer = Samples.changed(gradient, x -> x * factor);
            String with = "%s, c = %s".formatted(where, factor);
            Compare.close(with, ROUNDING, expected, from.apply(longer));
          }
        });
  }

  private interface Trial {
    /** Tries a gradient with a rule, which begins with the same state each time. */
    void of(String where, UnaryOperator<double[]> rule, double[] gradient);
  }

  private static void eachState(Subject subject, Trial trial) {
    try (Stage stage = stage(subject)) {
      Samples.finite()
          .forEach(
              (name, gradient) -> {
                for (int steps : new int[] {0, 2}) {
                  String where = "%s, gradient %s, step %d".formatted(subject, name, steps);
                  trial.of(where, given -> updated(stage, steps, given), gradient);
                }
              });
    }
  }

  private static double[] updated(Stage stage, int steps, double[] gradient) {
    stage.restart();
    for (int i = 0; i < steps; i++) {
      stage.run(Samples.ordinary(10 + i));
    }
    return stage.run(gradient);
  }

  private static Stage stage(Subject subject) {
    return new Stage(subject.backend(), Samples.LAYOUT, subject.alone());
  }

  /** One element is changed, or one value: no other element's update may change a bit. */
  private static void elementWise(Subject subject) {
    Layout layout = Samples.LAYOUT;
    try (Stage one = stage(subject);
        Stage two = stage(subject)) {
      for (int p = 0; p < layout.parameters().size(); p++) {
        for (int e : new int[] {0, layout.length(p) - 1}) {
          for (double other : OTHERS) {
            elementWise(subject, one, two, layout.offset(p) + e, other);
          }
        }
      }
    }
  }

  private static void elementWise(
      Subject subject, Stage one, Stage two, int changed, double other) {
    one.restart();
    two.restart();
    for (int i = 0; i < 3; i++) {
      double[] gradient = Samples.ordinary(20 + i);
      double[] expected = one.run(gradient);
      double[] actual = two.run(i == 1 ? Samples.with(gradient, changed, other) : gradient);
      Compare.bits(
          "%s, step %d, after the gradient at %s became %s"
              .formatted(subject, i, Compare.place(changed), other),
          expected,
          actual,
          k -> k != changed);
    }
  }
}
