package org.glissade.nn.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormHistogramTest {
  @Test
  void quantilesAreWithinTheirBound() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      double[] norms =
          random.doubles(1 + random.nextInt(2000), -20, 20).map(Math::exp).sorted().toArray();
      NormHistogram histogram = new NormHistogram();
      Arrays.stream(norms).forEach(histogram::add);
      for (double share : new double[] {0.01, 0.5, 0.9, 0.99, 1}) {
        double exact = norms[Math.max(0, (int) Math.ceil(share * norms.length) - 1)];
        double found = histogram.quantile(share);
        assertTrue(
            Math.abs(found - exact) <= exact / 64,
            "seed %d, share %s: %s is not near %s".formatted(seed, share, found, exact));
      }
    }
  }

  @Test
  void nonFiniteNormsAreCountedApart() {
    NormHistogram histogram = new NormHistogram();
    for (double norm : new double[] {3, Double.NaN, 0, Double.POSITIVE_INFINITY, 3}) {
      histogram.add(norm);
    }
    NormSummary summary = histogram.summary();
    assertEquals(3, summary.count());
    assertEquals(2, summary.nonFinite());
    assertEquals(0, summary.smallest());
    assertEquals(3, summary.largest());
    assertEquals(3, summary.median());
    assertEquals(3, summary.p99());
    assertEquals(0, histogram.quantile(0.3));
  }

  @Test
  void withoutNumbersThereIsNoQuantile() {
    assertEquals(Double.NaN, new NormHistogram().summary().median());
    assertEquals(Double.NaN, new NormHistogram().summary().largest());
  }
}
