package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.data.Field;
import org.glissade.layer.Scope;
import org.glissade.plan.Planner;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.glissade.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LossesTest {
  private static final float[] X = {1, 2, 3, -1, 0, 4};

  /** The targets as a constant of the same graph. */
  private static Tensor constant(Scope scope, Shape shape, double... values) {
    Tensor result = scope.constant(0, shape);
    Tensor index = result.graph().index(Shape.of(values.length), 0).reshape(shape);
    for (int i = 0; i < values.length; i++) {
      result = index.equalTo(index.like(i)).select(index.like(values[i]), result);
    }
    return result;
  }

  private static Probe probe(Loss loss, float[] x, Shape shape, Shape targets, double... values) {
    return Probe.of(shape, x, (t, scope) -> loss.perExample(t, constant(scope, targets, values)));
  }

  @Test
  void crossEntropyIsTheLogOfTheShare() {
    Probe probe = probe(new SoftmaxCrossEntropy(), X, Shape.of(2, 3), Shape.of(2), 2, 1);
    double first = Math.log(Math.exp(1) + Math.exp(2) + Math.exp(3)) - 3;
    double second = Math.log(Math.exp(-1) + 1 + Math.exp(4));
    assertArrayEquals(new double[] {first, second}, probe.output(), 1e-12);
    probe.checkGradients();
  }

  @Test
  void theGradientOfCrossEntropyIsSoftmaxMinusOneHot() {
    Probe probe =
        Probe.of(
            Shape.of(2, 3),
            X,
            (t, scope) ->
                new SoftmaxCrossEntropy().perExample(t, constant(scope, Shape.of(2), 2, 1)));
    double[] gradient = probe.gradient();
    double sum = Math.exp(1) + Math.exp(2) + Math.exp(3);
    double weight = Math.cos(0.7);
    for (int j = 0; j < 3; j++) {
      double expected = Math.exp(X[j]) / sum - (j == 2 ? 1 : 0);
      assertEquals(weight * expected, gradient[j], 1e-12);
    }
  }

  @Test
  void crossEntropySurvivesLargeOutputs() {
    float[] x = {1000, -1000, 0, 1e30f, 0, -1e30f};
    Probe probe = probe(new SoftmaxCrossEntropy(), x, Shape.of(2, 3), Shape.of(2), 1, 0);
    assertArrayEquals(new double[] {2000, 0}, probe.output(), 1e-9);
    for (double g : probe.gradient()) {
      assertTrue(Double.isFinite(g), "gradient " + g);
    }
  }

  @Test
  void crossEntropyTakesLabelsOfEveryType() {
    double[] expected = {
      Math.log(Math.exp(1) + Math.exp(2) + Math.exp(3)) - 3,
      Math.log(Math.exp(-1) + 1 + Math.exp(4))
    };
    assertArrayEquals(expected, withLabels(Field.u8(Shape.of(), new byte[] {2, 1})), 1e-12);
    assertArrayEquals(expected, withLabels(Field.i32(Shape.of(), new int[] {2, 1})), 1e-12);
    assertArrayEquals(expected, withLabels(Field.f32(Shape.of(), new float[] {2, 1})), 1e-12);
    assertArrayEquals(expected, withLabels(Field.i32(Shape.of(1), new int[] {2, 1})), 1e-12);
  }

  private static double[] withLabels(Field labels) {
    Graph graph = new Graph();
    Shape shape = labels.example().rank() == 0 ? Shape.of(2) : Shape.of(2, 1);
    Tensor x = graph.input("x", Shape.of(2, 3), DType.F32);
    Tensor loss = new SoftmaxCrossEntropy().perExample(x, graph.input("t", shape, labels.type()));
    Definition definition =
        new Definition("loss", graph, Layout.of(List.of()), Map.of("loss", loss), List.of(), null);
    Session session = new ReferenceBackend().open(SessionOptions.seed(1));
    session.bind("x", Field.f32(Shape.of(3), X));
    session.bind("t", labels);
    Program program = session.compile(Planner.plan(definition));
    program.run();
    double[] losses = new double[2];
    program.read("loss", losses);
    return losses;
  }

  @Test
  void crossEntropyClassifiesByTheLargestOutput() {
    Probe probe =
        Probe.of(
            Shape.of(2, 3), X, (t, scope) -> new SoftmaxCrossEntropy().classes(t).orElseThrow());
    assertArrayEquals(new double[] {2, 2}, probe.output());
  }

  @Test
  void meanSquaredErrorIsTheMeanOverTheOutputsOfAnExample() {
    Probe probe =
        probe(new MeanSquaredError(), X, Shape.of(2, 3), Shape.of(2, 3), 1, 1, 1, 0, 0, 0);
    assertArrayEquals(new double[] {5.0 / 3, 17.0 / 3}, probe.output(), 1e-12);
    probe.checkGradients();
  }

  @Test
  void meanSquaredErrorTakesATargetWithoutAxesForOneOutput() {
    float[] x = {1, 5};
    Probe probe = probe(new MeanSquaredError(), x, Shape.of(2, 1), Shape.of(2), 3, 4);
    assertArrayEquals(new double[] {4, 1}, probe.output(), 1e-12);
  }

  @Test
  void binaryCrossEntropyIsThatOfTheSigmoid() {
    float[] x = {0, 2, -3, 0.5f};
    double[] t = {1, 0, 1, 0.25};
    Probe probe = probe(new BinaryCrossEntropy(), x, Shape.of(4, 1), Shape.of(4, 1), t);
    double[] output = probe.output();
    for (int i = 0; i < 4; i++) {
      double p = 1 / (1 + Math.exp(-x[i]));
      assertEquals(-t[i] * Math.log(p) - (1 - t[i]) * Math.log(1 - p), output[i], 1e-12);
    }
    probe.checkGradients();
  }

  @Test
  void theGradientOfBinaryCrossEntropyIsRightAtZeroToo() {
    Probe probe = probe(new BinaryCrossEntropy(), new float[] {0}, Shape.of(1, 1), Shape.of(1), 1);
    assertEquals(Math.cos(0.7) * -0.5, probe.gradient()[0], 1e-12);
  }

  @Test
  void binaryCrossEntropySurvivesLargeOutputs() {
    float[] x = {1000, -1000};
    Probe probe = probe(new BinaryCrossEntropy(), x, Shape.of(2, 1), Shape.of(2), 0, 0);
    assertArrayEquals(new double[] {1000, 0}, probe.output(), 1e-9);
  }

  @Test
  void binaryCrossEntropyClassifiesASingleOutputBySign() {
    float[] x = {0.1f, -0.1f};
    Probe probe =
        Probe.of(
            Shape.of(2, 1), x, (t, scope) -> new BinaryCrossEntropy().classes(t).orElseThrow());
    assertArrayEquals(new double[] {1, 0}, probe.output());
  }

  @Test
  void targetsThatDoNotFitAreRefused() {
    ShapeException mistake =
        assertThrows(
            ShapeException.class,
            () -> probe(new SoftmaxCrossEntropy(), X, Shape.of(2, 3), Shape.of(3), 0, 0, 0));
    assertEquals(
        "The loss, softmax cross-entropy, takes outputs [n, classes] and one label for each, but"
            + " the outputs have shape [2, 3] and the targets [3]: change the last layer or the"
            + " data set",
        mistake.getMessage());
    assertThrows(
        ShapeException.class,
        () -> probe(new MeanSquaredError(), X, Shape.of(2, 3), Shape.of(2), 0, 0));
  }
}
