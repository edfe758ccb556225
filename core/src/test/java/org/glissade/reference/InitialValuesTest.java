package org.glissade.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.glissade.random.Philox;
import org.glissade.random.Seed;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.Test;

class InitialValuesTest {
  private static final Initializer UNIFORM =
      (values, parameter, key) -> Philox.fillUniform(values, 0, values.length, key, 0, 0, 0);

  private final Layout layout = Layout.of(List.of(parameter("a", 3), parameter("b", 17)));
  private final Graph graph = new Graph();
  private final InitialValues first = new InitialValues(layout, 42, this::parameters);

  private static Parameter parameter(String path, int size) {
    return new Parameter(path, "", Shape.of(size), Kind.WEIGHT, Parameter.NO_UNITS, UNIFORM);
  }

  private double[] parameters() {
    return first.of(Variable.parameters(layout));
  }

  private Variable state(Tensor initial) {
    return new Variable("s", Variable.Role.STATE, initial.space(), initial.shape(), initial);
  }

  @Test
  void eachParameterIsFilledWithTheKeyOfItsPath() {
    double[] flat = parameters();
    assertEquals(48, flat.length);
    long a = Seed.of(42).stream("init/a").key();
    long b = Seed.of(42).stream("init/b").key();
    for (int i = 0; i < flat.length; i++) {
      double expected =
          i < 3
              ? Philox.uniform(a, 0, 0, i)
              : i >= 16 && i < 33 ? Philox.uniform(b, 0, 0, i - 16) : 0;
      assertEquals(expected, flat[i]);
    }
  }

  @Test
  void othersAreTheirInitialExpression() {
    Tensor doubled = graph.read(Variable.parameters(layout)).times(2).plus(1);
    double[] values = first.of(state(doubled));
    assertEquals(2 * parameters()[16] + 1, values[16]);
    assertEquals(0, values[3]);
    assertArrayEquals(new double[] {0.25}, first.of(state(graph.scalar(0.25))));
    Tensor dense = graph.read(layout.parameters().get(1)).sum();
    assertEquals(Space.DENSE, state(dense).space());
    assertEquals(17 / 2.0, first.of(state(dense))[0], 4);
  }

  @Test
  void theyAreArraysOfTheirOwn() {
    double[] given = parameters();
    InitialValues same = new InitialValues(layout, 42, () -> given);
    double[] copy = same.of(state(graph.read(Variable.parameters(layout))));
    copy[0] = 99;
    assertArrayEquals(parameters(), given);
  }

  @Test
  void whatIsNotKnownBeforeTheFirstStepIsNamed() {
    Variable counter = state(graph.scalar(0));
    Tensor unknown = graph.read(counter).plus(1);
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> first.of(state(unknown)));
    assertEquals(
        "The first value of s depends on variable s: use constants and parameter values only",
        error.getMessage());
    Tensor input = graph.flatInput("gradients", layout);
    error = assertThrows(IllegalArgumentException.class, () -> first.of(state(input.plus(1))));
    assertEquals(
        "The first value of s depends on input gradients: use constants and parameter values only",
        error.getMessage());
    Variable none = new Variable("n", Variable.Role.STATE, Space.SCALAR, Shape.of(), null);
    error = assertThrows(IllegalArgumentException.class, () -> first.of(none));
    assertEquals(
        "Variable n has no initial value: only the parameters have initialisers",
        error.getMessage());
  }
}
