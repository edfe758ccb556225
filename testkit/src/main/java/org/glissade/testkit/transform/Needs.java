package org.glissade.testkit.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.glissade.spi.Trait;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Variable;
import org.glissade.testkit.backend.Parameters;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.UpdateStage;
import org.glissade.transform.Wrapper;

/** The traits that say what a transform needs: what it does not declare it must do without. */
final class Needs {
  private static final Initializer HALVES = (values, parameter, key) -> Arrays.fill(values, 0.5f);
  private static final int STEPS = 3;

  private Needs() {}

  /** What must not be there unless it is declared. */
  static List<Check> checks() {
    return List.of(
        new Check("needs values only if it says so", s -> onlyIf(Trait.NEEDS_VALUES, s)),
        new Check("needs the loss only if it says so", s -> onlyIf(Trait.NEEDS_LOSS, s)),
        new Check("keeps state only if it says so", s -> onlyIf(Trait.STATEFUL, s)),
        new Check("wraps others if it says so", Needs::wraps),
        new Check("says clearly that it needs the loss", Needs::saysSo));
  }

  /** How each need shows: the difference that it makes, if any. */
  private static Optional<String> seen(Trait need, Subject subject) {
    return switch (need) {
      case NEEDS_VALUES -> otherValues(subject);
      case NEEDS_LOSS -> withoutLoss(subject).map(Exception::toString);
      case STATEFUL -> states(subject).or(() -> again(subject));
      default -> throw new IllegalArgumentException(need.label());
    };
  }

  private static void onlyIf(Trait need, Subject subject) {
    if (!subject.declares(need)) {
      seen(need, subject)
          .ifPresent(
              how ->
                  fail(
                      "%s does not declare the trait %s, but %s: declare it"
                          .formatted(subject, need.label(), how)));
    }
  }

  /** The needs that a provider declares and none of its examples shows. */
  static void superfluous(List<Subject> examples, Trait need) {
    Predicate<Subject> shows = subject -> seen(need, subject).isPresent();
    assertTrue(
        examples.stream().anyMatch(shows),
        () ->
            "%s declares the trait %s, but does without: drop it, or give an example that shows it"
                .formatted(examples, need.label()));
  }

  private static Optional<String> otherValues(Subject subject) {
    Layout other = Parameters.layout(HALVES);
    try (Stage one = new Stage(subject.backend(), Samples.LAYOUT, subject.alone());
        Stage two = new Stage(subject.backend(), other, subject.alone())) {
      for (int i = 0; i < STEPS; i++) {
        double[] gradient = Samples.ordinary(i);
        if (!Arrays.equals(one.run(gradient), two.run(gradient))) {
          return Optional.of("its updates change with the values of the parameters");
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<Exception> withoutLoss(Subject subject) {
    GradientTransform rule = subject.alone();
    try {
      Stage.definition(Samples.LAYOUT, rule, false);
      return Optional.empty();
    } catch (IllegalStateException | IllegalArgumentException | NullPointerException error) {
      return Optional.of(error);
    }
  }

  private static Optional<String> states(Subject subject) {
    Set<String> found = new TreeSet<>();
    for (Variable variable : Stage.definition(Samples.LAYOUT, subject.alone(), true).variables()) {
      boolean remembers =
          variable.role() == Variable.Role.STATE || variable.role() == Variable.Role.COUNTER;
      if (remembers && !variable.key().equals(UpdateStage.COUNT)) {
        found.add(variable.key());
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of("it keeps " + String.join(", ", found));
  }

  /** The same gradient at the same values, in a later step. */
  private static Optional<String> again(Subject subject) {
    double[] gradient = Samples.ordinary(1);
    try (Stage stage = new Stage(subject.backend(), Samples.LAYOUT, subject.alone())) {
      double[] values = stage.store().read(Variable.PARAMETERS);
      double[] first = stage.run(gradient);
      for (int i = 1; i < STEPS; i++) {
        stage.store().write(Variable.PARAMETERS, values);
        if (!Arrays.equals(first, stage.run(gradient))) {
          return Optional.of("its update changes from step to step");
        }
      }
      return Optional.empty();
    }
  }

  private static void wraps(Subject subject) {
    assertEquals(
        subject.declares(Trait.WRAPPER),
        subject.create() instanceof Wrapper,
        () -> subject + ": the trait wrapper is for transforms that are a Wrapper, and only those");
  }

  private static void saysSo(Subject subject) {
    withoutLoss(subject)
        .map(error -> String.valueOf(error.getMessage()))
        .filter(message -> !message.contains("loss") || !message.contains(Subject.NAME))
        .ifPresent(
            message ->
                fail(
                    "%s: without a loss the message should name the loss and the link %s, but is: %s"
                        .formatted(subject, Subject.NAME, message)));
  }
}
