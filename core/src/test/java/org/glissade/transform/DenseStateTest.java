package org.glissade.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.Test;

/** States of a shape of their own. */
class DenseStateTest {
  private static final Shape ONE = Shape.of(1);

  private final Layout layout = UpdateRun.small();

  private static Tensor sum(Tensor x) {
    return x.sum().reshape(ONE);
  }

  /** 1 for each parameter, and a running sum of its gradients on the side. */
  private static Gradients summing(Gradients gradients, StepContext step) {
    return gradients.map(
        (parameter, g) -> {
          Tensor initial = g.graph().constant(0.5, ONE);
          DenseState sum = step.denseState("sum/" + parameter.path(), initial);
          return sum.set(sum.old().plus(sum(g))).broadcast(parameter.shape());
        });
  }

  @Test
  void remembersWhatItWasSetTo() {
    UpdateRun run = new UpdateRun(layout, DenseStateTest::summing);
    String key = "sum/" + layout.parameters().get(0).path();
    Variable variable = Objects.requireNonNull(run.store().variables().get(key));
    assertEquals(Variable.Role.STATE, variable.role());
    assertEquals(ONE, variable.shape());
    assertArrayEquals(new double[] {0.5}, run.store().read(key));
    double expected = 0.5;
    for (int i = 0; i < layout.length(0); i++) {
      expected += 11 * (i + 1);
    }
    run.step(1, 2, 3, 4).step(10, 20, 30, 40);
    assertArrayEquals(new double[] {expected}, run.store().read(key));
  }

  @Test
  void staysWhereAConditionFails() {
    UpdateRun run =
        new UpdateRun(
            layout, (g, step) -> step.when(step.setting("open", 1), inner -> summing(g, inner)));
    String key = "sum/" + layout.parameters().get(0).path();
    run.step(1, 1, 1, 1);
    double[] before = run.store().read(key);
    run.store().write("open", 0);
    run.step(1, 1, 1, 1);
    assertArrayEquals(before, run.store().read(key));
  }

  @Test
  void takesNoOtherShape() {
    GradientTransform rule =
        (g, step) -> {
          DenseState state = step.denseState("one", g.value().graph().constant(0, ONE));
          state.set(g.value().graph().constant(0, Shape.of(2)));
          return g;
        };
    ShapeException error = assertThrows(ShapeException.class, () -> new UpdateRun(layout, rule));
    assertEquals("one holds DENSE [1], but its next value is DENSE [2]", error.getMessage());
  }

  @Test
  void mustBeSetOnce() {
    GradientTransform never =
        (g, step) -> {
          step.denseState("one", g.value().graph().constant(0, ONE));
          return g;
        };
    GradientTransform twice =
        (g, step) -> {
          DenseState state = step.denseState("one", g.value().graph().constant(0, ONE));
          state.set(state.old());
          state.set(state.old());
          return g;
        };
    assertThrows(IllegalStateException.class, () -> new UpdateRun(layout, never));
    assertThrows(IllegalStateException.class, () -> new UpdateRun(layout, twice));
  }
}
