package org.glissade.testkit.transform;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.glissade.spi.Trait;
import org.glissade.tensor.Extent;
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
            Trait.DIRECTION_KEEPING, new Check("T(g) = k·g, k > 0", Promises::directionKeeping),
            Trait.SHORTENING, new Check("|T(g)| ≤ |g|, same sign", Promises::shortening),
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

  private static void directionKeeping(Subject subject) {
    int[] groups = Extents.groups(treated(subject));
    eachState(
        subject,
        (where, from, gradient) -> {
          double[] update = from.apply(gradient);
          double[] expected = update.clone();
          int[] largest = largest(groups, gradient);
          for (int i = 0; i < expected.length; i++) {
            int first = groups[i] < 0 ? -1 : largest[groups[i]];
            if (first >= 0 && gradient[first] != 0) {
              double factor = update[first] / gradient[first];
              assertTrue(factor > 0, () -> "%s: k is %s at %d".formatted(where, factor, first));
              expected[i] = gradient[i] * factor;
            }
          }
          Compare.close(where, ROUNDING, expected, update);
        });
  }

  private static Extent treated(Subject subject) {
    return subject.declares(Trait.ELEMENT_WISE)
        ? Extent.ELEMENT
        : Extents.chosen(subject).orElse(Extent.GLOBAL);
  }

  /** Where the largest element of each group stands. */
  private static int[] largest(int[] groups, double[] gradient) {
    int[] largest = new int[Arrays.stream(groups).max().orElse(0) + 1];
    Arrays.fill(largest, -1);
    for (int i = 0; i < groups.length; i++) {
      int group = groups[i];
      if (group >= 0
          && (largest[group] < 0 || Math.abs(gradient[i]) > Math.abs(gradient[largest[group]]))) {
        largest[group] = i;
      }
    }
    return largest;
  }

  private static void shortening(Subject subject) {
    eachState(
        subject,
        (where, from, gradient) -> {
          double[] update = from.apply(gradient);
          for (int i = 0; i < update.length; i++) {
            int at = i;
            boolean same = Math.signum(update[i]) * Math.signum(gradient[i]) >= 0;
            boolean shorter = Math.abs(update[i]) <= Math.abs(gradient[i]) * (1 + ROUNDING);
            assertTrue(
                same && shorter,
                () ->
                    "%s, at %s: %s became %s"
                        .formatted(where, Compare.place(at), gradient[at], update[at]));
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
