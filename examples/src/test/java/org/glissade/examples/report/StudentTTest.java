package org.glissade.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

/** Commons Math computes the same. */
class StudentTTest {
  @Test
  void tailsAndQuantiles() {
    for (double freedom : new double[] {1, 2, 3, 4, 9, 30, 1000}) {
      TDistribution theirs = new TDistribution(null, freedom);
      StudentT ours = new StudentT(freedom);
      for (double t : new double[] {0, 1e-3, 0.1, 0.5, 1, 2, 3, 5, 10, 50}) {
        double expected = 2 * theirs.cumulativeProbability(-t);
        assertEquals(expected, ours.twoTails(t), 1e-11 + 1e-9 * expected, freedom + " " + t);
        assertEquals(ours.twoTails(t), ours.twoTails(-t));
      }
      for (double p : new double[] {0.5, 0.1, 0.05, 0.01, 0.001}) {
        double expected = theirs.inverseCumulativeProbability(1 - p / 2);
        assertEquals(expected, ours.critical(p), 1e-6 * expected, freedom + " " + p);
      }
    }
  }

  @Test
  void pairsAndIntervals() {
    long seed = 5;
    Random random = new Random(seed);
    for (int n = 2; n < 12; n++) {
      double[] one = random.doubles(n).toArray();
      double[] other = random.doubles(n, 0.2, 1.2).toArray();
      Sample difference = Sample.ofDifferences(new Sample(one), new Sample(other));
      double p = new TTest().pairedTTest(one, other);
      assertEquals(p, difference.probabilityOfZero(), 1e-10, "seed " + seed + ", n " + n);
      SummaryStatistics statistics = new SummaryStatistics();
      for (double value : one) {
        statistics.addValue(value);
      }
      double width =
          new TDistribution(null, n - 1).inverseCumulativeProbability(0.975)
              * statistics.getStandardDeviation()
              / Math.sqrt(n);
      assertEquals(width, new Sample(one).halfWidth(), 1e-6 * width);
      assertEquals(statistics.getMean(), new Sample(one).mean(), 1e-12);
    }
  }

  @Test
  void fewOrEqualValues() {
    assertTrue(Double.isNaN(new Sample(1).halfWidth()));
    assertTrue(Double.isNaN(new Sample(1).probabilityOfZero()));
    assertTrue(Double.isNaN(new Sample().mean()));
    assertTrue(Double.isNaN(new Sample().median()));
    assertEquals(1, new Sample(0, 0, 0).probabilityOfZero());
    assertEquals(0, new Sample(2, 2, 2).probabilityOfZero());
    assertEquals(0, new Sample(2, 2, 2).halfWidth());
    assertEquals(2.5, new Sample(4, 1, 2, 3).median());
    assertEquals(2, new Sample(3, 1, 2).median());
  }
}
