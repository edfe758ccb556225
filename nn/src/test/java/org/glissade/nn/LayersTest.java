package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.glissade.layer.Layer;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.junit.jupiter.api.Test;

class LayersTest {
  private static final float[] SIX = {1, -2, 3, 0.5f, 4, -1};

  private static Initializer counting(double first) {
    return (values, parameter, key) -> {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (first + i);
      }
    };
  }

  private static Probe probe(Layer layer) {
    return Probe.of(Shape.of(2, 3), SIX, layer::apply);
  }

  @Test
  void denseMultipliesAndAdds() {
    Probe probe = probe(new Dense(2, counting(1), counting(10)));
    // x = [[1, -2, 3], [0.5, 4, -1]], W = [[1, 2], [3, 4], [5, 6]], b = [10, 11]
    assertArrayEquals(new double[] {20, 23, 17.5, 22}, probe.output(), 1e-12);
    probe.checkGradients();
  }

  @Test
  void denseDeclaresUnitsAlongItsOutputs() {
    List<Parameter> parameters = probe(new Dense(2)).layout().parameters();
    assertEquals(List.of("x", "weight", "bias"), parameters.stream().map(Parameter::path).toList());
    assertEquals(Kind.WEIGHT, parameters.get(1).kind());
    assertEquals(3, parameters.get(1).fanIn());
    assertEquals(2, parameters.get(1).units());
    assertEquals(Kind.BIAS, parameters.get(2).kind());
    assertEquals(2, parameters.get(2).units());
  }

  @Test
  void denseWithoutBiasOnlyMultiplies() {
    Probe probe = probe(Dense.withoutBias(2, counting(1)));
    assertArrayEquals(new double[] {10, 12, 7.5, 11}, probe.output(), 1e-12);
    assertEquals(2, probe.layout().parameters().size());
  }

  @Test
  void denseNeedsAUnit() {
    assertEquals(
        "dense: units must be at least 1, but was 0",
        assertThrows(IllegalArgumentException.class, () -> new Dense(0)).getMessage());
  }

  @Test
  void flattenKeepsExamplesApart() {
    Probe probe =
        Probe.of(
            Shape.of(2, 1, 3),
            SIX,
            (x, scope) -> {
              var flat = new Flatten().apply(x, scope);
              assertEquals(Shape.of(2, 3), flat.shape());
              return flat;
            });
    assertArrayEquals(new double[] {1, -2, 3, 0.5, 4, -1}, probe.output());
    probe.checkGradients();
  }

  @Test
  void dropoutPassesEverythingOutsideTraining() {
    assertArrayEquals(new double[] {1, -2, 3, 0.5, 4, -1}, probe(new Dropout(0.5)).output());
  }

  @Test
  void dropoutDropsItsShareAndScalesTheRest() {
    int n = 10_000;
    double rate = 0.3;
    float[] ones = new float[n];
    Arrays.fill(ones, 2);
    Probe probe = dropout(ones, rate, 0);
    double[] output = probe.output();
    int dropped = 0;
    for (double value : output) {
      assertTrue(value == 0 || Math.abs(value - 2 / (1 - rate)) < 1e-12, "value " + value);
      dropped += value == 0 ? 1 : 0;
    }
    BinomialDistribution expected = new BinomialDistribution(n, rate);
    assertTrue(dropped > expected.inverseCumulativeProbability(0.001), "dropped " + dropped);
    assertTrue(dropped < expected.inverseCumulativeProbability(0.999), "dropped " + dropped);
    assertArrayEquals(output, probe.output(), "one step has one mask");
    assertFalse(Arrays.equals(output, dropout(ones, rate, 1).output()), "steps differ");
  }

  @Test
  void dropoutHasTheGradientOfItsMask() {
    new Probe(Shape.of(2, 3), SIX, true, 3, new Dropout(0.5)::apply).checkGradients();
  }

  @Test
  void dropoutRefusesToDropAll() {
    assertEquals(
        "dropout: rate must be in [0, 1), but was 1.0",
        assertThrows(IllegalArgumentException.class, () -> new Dropout(1)).getMessage());
  }

  private static Probe dropout(float[] x, double rate, int step) {
    return new Probe(Shape.of(1, x.length), x, true, step, new Dropout(rate)::apply);
  }

  @Test
  void sequentialNumbersLayersByName() {
    Probe probe =
        probe(
            Sequential.of(
                new Dense(4), new Relu(), new Dense(3), new Relu(), Sequential.of(new Dense(2))));
    assertEquals(
        List.of(
            "x",
            "dense-1/weight",
            "dense-1/bias",
            "dense-2/weight",
            "dense-2/bias",
            "sequential-1/dense-1/weight",
            "sequential-1/dense-1/bias"),
        probe.layout().parameters().stream().map(Parameter::path).toList());
    assertEquals("sequential-1/dense-1", probe.layout().parameters().get(6).layer());
    probe.checkGradients();
  }

  @Test
  void shapesThatDoNotFitNameTheLayer() {
    ShapeException mistake =
        assertThrows(
            ShapeException.class,
            () -> Probe.of(Shape.of(2, 1, 3), SIX, Sequential.of(new Relu(), new Dense(2))::apply));
    assertEquals(
        "Layer dense-1: a matrix product takes two matrices, but the shapes are [2, 1, 3] and [3,"
            + " 2]; flatten first",
        mistake.getMessage());
  }
}
