package org.glissade.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTest {
  private static final NormalDistribution ORACLE = new NormalDistribution(0, 1);
  private static final long KEY = Seed.of(7).stream("normal").key();
  private static final int SAMPLES = 20_000;

  /** The values that Wichura prints to check an implementation. */
  @Test
  void publishedValues() {
    assertEquals(-0.6744897501960817, Normal.inverse(0.25), 1e-15);
    assertEquals(-3.090232306167814, Normal.inverse(0.001), 4e-15);
    assertEquals(-9.262340089798408, Normal.inverse(1e-20), 4e-15);
    assertEquals(0, Normal.inverse(0.5));
  }

  @Test
  void agreesWithCommonsMath() {
    for (int i = 1; i < 10_000; i++) {
      double p = i / 10_000.0;
      assertEquals(ORACLE.inverseCumulativeProbability(p), Normal.inverse(p), 1e-13, "p = " + p);
    }
  }

  /** Φ of Commons Math at Φ⁻¹(p) is p again, down to the smallest uniform there is and beyond. */
  @Test
  void invertsTheDistributionInTheTail() {
    for (int exponent = 1; exponent <= 300; exponent++) {
      double p = Math.pow(10, -exponent);
      double back = ORACLE.cumulativeProbability(Normal.inverse(p));
      assertEquals(p, back, p * 1e-12, "p = " + p);
    }
  }

  @Test
  void isOddAroundOneHalfAndRising() {
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < 4096; i++) {
      double p = i / 4096.0;
      double z = Normal.inverse(p);
      assertEquals(0, z + Normal.inverse(1 - p));
      assertTrue(z > before, "p = " + p);
      before = z;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
  void whatIsNoProbabilityIsRefused(double p) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Normal.inverse(p)).getMessage();
    assertEquals("a probability must be in (0, 1), but was " + p, message);
  }

  @Test
  void theExtremeUniformsGiveFiniteNumbers() {
    assertEquals(-8.21, Normal.inverse(0x1p-53), 0.01);
    assertEquals(8.21, Normal.inverse(1 - 0x1p-53), 0.01);
  }

  @Test
  void drawsAreNormal() {
    double[] draws = new double[SAMPLES];
    Arrays.setAll(draws, i -> Normal.standard(KEY, 2, 3, i));
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(ORACLE, draws);
    assertTrue(p > 0.01, "Kolmogorov-Smirnov p = " + p);

    DescriptiveStatistics moments = new DescriptiveStatistics(draws);
    assertEquals(0, moments.getMean(), 4 / Math.sqrt(SAMPLES));
    assertEquals(1, moments.getVariance(), 4 * Math.sqrt(2.0 / SAMPLES));
    assertEquals(0, moments.getSkewness(), 4 * Math.sqrt(6.0 / SAMPLES));
    assertEquals(0, moments.getKurtosis(), 4 * Math.sqrt(24.0 / SAMPLES));
  }

  @Test
  void aDrawIsTheInverseOfItsUniform() {
    double u = Philox.uniformDouble(KEY, 2, 3, 11);
    assertEquals(Normal.inverse(u), Normal.standard(KEY, 2, 3, 11));
  }
}
