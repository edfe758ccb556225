package org.glissade.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruncatedNormalTest {
  private static final NormalDistribution ORACLE = new NormalDistribution(0, 1);
  private static final long KEY = Seed.of(7).stream("truncated").key();
  private static final int SAMPLES = 20_000;

  @ParameterizedTest
  @CsvSource({"-2,2", "-1,3", "0,1", "0.5,0.75", "-6,-4", "4,6", "-30,30", "-3,9"})
  void drawsFollowTheTruncatedDistribution(double low, double high) {
    TruncatedNormal truncated = TruncatedNormal.between(low, high);
    double[] quantiles = new double[SAMPLES];
    Arrays.setAll(
        quantiles,
        i -> {
          double z = truncated.draw(KEY, 0, 0, i);
          assertTrue(z >= low && z <= high, "draw " + z);
          return ORACLE.probability(low, z) / ORACLE.probability(low, high);
        });
    Arrays.sort(quantiles);

    // If the draws follow the distribution, their quantiles are uniform.
    double distance = 0;
    for (int i = 0; i < SAMPLES; i++) {
      distance = Math.max(distance, Math.abs(quantiles[i] - (i + 0.5) / SAMPLES));
    }
    assertTrue(distance < 1.63 / Math.sqrt(SAMPLES), "Kolmogorov-Smirnov D = " + distance);
    assertTrue(distance > 1e-4, "too even for random numbers: D = " + distance);
  }

  @Test
  void theEndsOfTheRangeAreReached() {
    TruncatedNormal truncated = TruncatedNormal.between(-2, 3);
    assertEquals(-2, truncated.inverse(0x1p-53), 1e-12);
    assertEquals(3, truncated.inverse(1 - 0x1p-53), 1e-10);
    assertEquals(0, TruncatedNormal.between(-2, 2).inverse(0.5), 1e-15);
  }

  @Test
  void bothTailsAreMirrorImages() {
    TruncatedNormal lower = TruncatedNormal.between(-35, -30);
    TruncatedNormal upper = TruncatedNormal.between(30, 35);
    for (double u : new double[] {0x1p-53, 0.1, 0.5, 0.9, 1 - 0x1p-53}) {
      assertEquals(-lower.inverse(u), upper.inverse(u));
      assertTrue(upper.inverse(u) >= 30 && upper.inverse(u) < 31.3);
    }
  }

  @Test
  void aWideRangeIsTheNormalItself() {
    TruncatedNormal wide = TruncatedNormal.between(-100, 100);
    for (double u : new double[] {0x1p-53, 0.25, 0.5, 1 - 0x1p-53}) {
      assertEquals(Normal.inverse(u), wide.inverse(u), 1e-15);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 'a truncated normal needs finite low < high, but was given 1.0 and 1.0'",
    "2, 1, 'a truncated normal needs finite low < high, but was given 2.0 and 1.0'",
    "NaN, 1, 'a truncated normal needs finite low < high, but was given NaN and 1.0'",
    "0, Infinity, 'a truncated normal needs finite low < high, but was given 0.0 and Infinity'",
    "50, 51, 'a normal number is practically never between 50.0 and 51.0'"
  })
  void impossibleRangesAreRefused(double low, double high, String message) {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class, () -> TruncatedNormal.between(low, high).inverse(0.5));
    assertEquals(message, thrown.getMessage());
  }
}
