package org.glissade.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.glissade.reference.Fixture;

/**
 * Compares the gradients of a description with central differences of its value, in double. The
 * result is weighted by random numbers first, so that no two of its elements can be mistaken for
 * each other.
 */
final class GradientCheck {
  private static final double STEP = 1e-4;
  private static final double TOLERANCE = 2e-7;

  private final List<Parameter> parameters = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();
  private final Random random = new Random(11);

  private GradientCheck() {}

  /** One operand of a shape, with random values. */
  static void unary(Shape shape, Function<Tensor, Tensor> rule) {
    GradientCheck check = new GradientCheck();
    check.operand(shape);
    check.run((fixture, operands) -> rule.apply(operands.get(0)));
  }

  /** One operand with these values. */
  static void unary(Shape shape, double[] values, Function<Tensor, Tensor> rule) {
    GradientCheck check = new GradientCheck();
    check.operand(shape, values);
    check.run((fixture, operands) -> rule.apply(operands.get(0)));
  }

  /** Two operands with random values. */
  static void binary(Shape left, Shape right, BiFunction<Tensor, Tensor, Tensor> rule) {
    GradientCheck check = new GradientCheck();
    check.operand(left);
    check.operand(right);
    check.run((fixture, operands) -> rule.apply(operands.get(0), operands.get(1)));
  }

  private void operand(Shape shape) {
    operand(shape, random.doubles(shape.size(), -2, 2).toArray());
  }

  private void operand(Shape shape, double... numbers) {
    String path = "p" + parameters.size();
    parameters.add(
        new Parameter(path, "", shape, Kind.WEIGHT, Parameter.NO_UNITS, (v, p, k) -> {}));
    values.add(numbers);
  }

  private void run(BiFunction<Fixture, List<Tensor>, Tensor> rule) {
    Fixture fixture = new Fixture(parameters.toArray(Parameter[]::new));
    List<Tensor> operands = parameters.stream().map(fixture.graph()::read).toList();
    Tensor result = rule.apply(fixture, operands);
    double[] weights = random.doubles(result.shape().size(), 0.5, 1.5).toArray();
    Tensor loss = result.times(fixture.dense(result.shape(), weights)).sum();
    List<Tensor> gradients = Autodiff.gradients(loss, parameters);
    for (int p = 0; p < parameters.size(); p++) {
      fixture.set(parameters.get(p), values.get(p));
    }
    for (int p = 0; p < parameters.size(); p++) {
      double[] actual = fixture.evaluate(gradients.get(p));
      assertEquals(parameters.get(p).shape(), gradients.get(p).shape());
      for (int i = 0; i < actual.length; i++) {
        double expected = slope(fixture, loss, p, i);
        double tolerance = TOLERANCE * Math.max(1, Math.abs(expected));
        assertEquals(expected, actual[i], tolerance, "operand " + p + "[" + i + "]");
      }
    }
  }

  /** The derivative by the four-point formula, whose error is of the fourth order in the step. */
  private double slope(Fixture fixture, Tensor loss, int p, int i) {
    double near = at(fixture, loss, p, i, STEP) - at(fixture, loss, p, i, -STEP);
    double far = at(fixture, loss, p, i, 2 * STEP) - at(fixture, loss, p, i, -2 * STEP);
    return (8 * near - far) / (12 * STEP);
  }

  private double at(Fixture fixture, Tensor loss, int p, int i, double step) {
    double[] moved = Arrays.copyOf(values.get(p), values.get(p).length);
    moved[i] += step;
    fixture.set(parameters.get(p), moved);
    double value = fixture.evaluate(loss)[0];
    fixture.set(parameters.get(p), values.get(p));
    return value;
  }
}
