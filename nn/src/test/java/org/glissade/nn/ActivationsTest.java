package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationsTest {
  private static final float[] X = {-30, -2.5f, -1, -0.125f, 0.125f, 1, 2.5f, 30};

  static Stream<Arguments> definitions() {
    NormalDistribution normal = new NormalDistribution();
    return Stream.of(
        of(new Relu(), x -> Math.max(x, 0)),
        of(new LeakyRelu(0.2), x -> x > 0 ? x : 0.2 * x),
        of(new Tanh(), Math::tanh),
        of(new Sigmoid(), x -> 1 / (1 + Math.exp(-x))),
        of(new Gelu(), x -> x * normal.cumulativeProbability(x)));
  }

  private static Arguments of(Activation activation, DoubleUnaryOperator definition) {
    return Arguments.of(activation, definition);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void givesWhatItsFormulaSays(Activation activation, DoubleUnaryOperator definition) {
    double[] output = Probe.of(Shape.of(2, 4), X, (x, scope) -> activation.of(x)).output();
    for (int i = 0; i < X.length; i++) {
      assertEquals(definition.applyAsDouble(X[i]), output[i], 1e-12, "x = " + X[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void hasTheGradientOfItsFormula(Activation activation, DoubleUnaryOperator definition) {
    Probe.of(Shape.of(2, 4), X, (x, scope) -> activation.of(x)).checkGradients();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void letsNaNThrough(Activation activation, DoubleUnaryOperator definition) {
    float[] x = {Float.NaN, 1};
    double[] output = Probe.of(Shape.of(1, 2), x, (t, scope) -> activation.of(t)).output();
    assertTrue(Double.isNaN(output[0]));
    assertEquals(definition.applyAsDouble(1), output[1], 1e-12);
  }

  @Test
  void softmaxSumsToOneAndSurvivesLargeInputs() {
    float[] x = {1, 2, 3, 1000, 1001, 999};
    Probe probe = Probe.of(Shape.of(2, 3), x, (t, scope) -> new Softmax().of(t));
    double[] output = probe.output();
    double sum = Math.exp(-2) + Math.exp(-1) + 1;
    double[] row = {Math.exp(-2) / sum, Math.exp(-1) / sum, 1 / sum};
    assertArrayEquals(new double[] {row[0], row[1], row[2], row[1], row[2], row[0]}, output, 1e-12);
    probe.checkGradients();
  }

  @Test
  void leakyReluRefusesNegativeSlopes() {
    assertEquals(
        "leaky-relu: slope must be at least 0, but was -0.1",
        assertThrows(IllegalArgumentException.class, () -> new LeakyRelu(-0.1)).getMessage());
  }
}
