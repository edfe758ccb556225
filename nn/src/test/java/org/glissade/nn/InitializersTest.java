package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitializersTest {
  private static final int IN = 200;
  private static final int OUT = 50;
  private static final long KEY = 0x5eedL;

  static Stream<Arguments> spreads() {
    double glorot = Math.sqrt(6.0 / (IN + OUT));
    return Stream.of(
        Arguments.of(Initializers.normal(0.3), new NormalDistribution(0, 0.3)),
        Arguments.of(Initializers.he(), new NormalDistribution(0, Math.sqrt(2.0 / IN))),
        Arguments.of(Initializers.lecun(), new NormalDistribution(0, Math.sqrt(1.0 / IN))),
        Arguments.of(Initializers.xavier(), new UniformRealDistribution(-glorot, glorot)),
        Arguments.of(Initializers.uniform(-1, 3), new UniformRealDistribution(-1, 3)));
  }

  @ParameterizedTest
  @MethodSource("spreads")
  void followsItsDistribution(Initializer initializer, RealDistribution expected) {
    double[] sample = sample(initializer, KEY);
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(expected, sample);
    assertTrue(p > 0.01, () -> initializer + ": p = " + p + " with key " + KEY);
    double spread = expected.getNumericalVariance();
    double variance = Arrays.stream(sample).map(x -> x * x).average().orElseThrow();
    double mean = expected.getNumericalMean();
    assertEquals(spread + mean * mean, variance, 0.05 * (spread + mean * mean));
  }

  @Test
  void aWrongSpreadWouldBeSeen() {
    double[] sample = sample(Initializers.he(), KEY);
    RealDistribution lecun = new NormalDistribution(0, Math.sqrt(1.0 / IN));
    assertTrue(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(lecun, sample) < 1e-6);
  }

  @Test
  void truncatedNormalStaysWithinTwoSigmaAndFollowsTheCutNormal() {
    double[] sample = sample(Initializers.truncatedNormal(0.5), KEY);
    NormalDistribution normal = new NormalDistribution(0, 0.5);
    double low = normal.cumulativeProbability(-1);
    double mass = 1 - 2 * low;
    double[] uniform = new double[sample.length];
    for (int i = 0; i < sample.length; i++) {
      assertTrue(Math.abs(sample[i]) <= 1, "value " + sample[i]);
      uniform[i] = (normal.cumulativeProbability(sample[i]) - low) / mass;
    }
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), uniform);
    assertTrue(p > 0.01, "p = " + p + " with key " + KEY);
  }

  @Test
  void zerosAreZero() {
    float[] values = {1, 2, 3};
    Initializers.zeros().fill(values, weight(3, 1), KEY);
    assertArrayEquals(new float[3], values);
  }

  @Test
  void equalKeysGiveEqualValuesAndOthersOthers() {
    assertArrayEquals(sample(Initializers.he(), KEY), sample(Initializers.he(), KEY));
    assertFalse(Arrays.equals(sample(Initializers.he(), KEY), sample(Initializers.he(), KEY + 1)));
  }

  @Test
  void settingsAreCheckedWhereTheyAreGiven() {
    assertEquals(
        "normal: sigma must be above 0, but was -1.0",
        assertThrows(IllegalArgumentException.class, () -> Initializers.normal(-1)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> Initializers.truncatedNormal(Double.NaN));
    assertEquals(
        "uniform: low must be below high, but they were 1.0 and 1.0",
        assertThrows(IllegalArgumentException.class, () -> Initializers.uniform(1, 1))
            .getMessage());
  }

  private static double[] sample(Initializer initializer, long key) {
    float[] values = new float[IN * OUT];
    initializer.fill(values, weight(IN, OUT), key);
    double[] sample = new double[values.length];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = values[i];
    }
    return sample;
  }

  private static Parameter weight(int in, int out) {
    Initializer unused = Initializers.zeros();
    return new Parameter("dense-1/weight", "dense-1", Shape.of(in, out), Kind.WEIGHT, 1, unused);
  }
}
