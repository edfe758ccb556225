package org.glissade.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

/** Commons Math computes the same where it is exact; elsewhere all signs are counted here. */
class SignedRanksTest {
  private static double probability(double... differences) {
    return new Sample(differences).rankProbabilityOfZero();
  }

  @Test
  void likeCommonsMath() {
    long seed = 11;
    Random random = new Random(seed);
    for (int n = 6; n <= 20; n++) {
      double shift = 0.1 * (n % 5);
      double[] one = random.doubles(n).map(x -> x + shift).toArray();
      double[] other = random.doubles(n).toArray();
      double expected = new WilcoxonSignedRankTest().wilcoxonSignedRankTest(one, other, true);
      Sample difference = Sample.ofDifferences(new Sample(one), new Sample(other));
      assertEquals(
          Math.min(1, expected),
          difference.rankProbabilityOfZero(),
          1e-12,
          "seed " + seed + ", n " + n);
    }
  }

  @Test
  void equalSizesShareTheirRanks() {
    long seed = 12;
    Random random = new Random(seed);
    for (int n = 6; n <= 12; n++) {
      double[] differences = new double[n];
      Arrays.setAll(differences, i -> (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(3)));
      assertEquals(counted(differences), probability(differences), 1e-12, "seed " + seed);
    }
    assertEquals(
        probability(1, 1, -1, 1, 1, 1, 1),
        probability(0.3 - 0.2, 0.2 - 0.1, 0.3 - 0.4, 0.1, 0.5 - 0.4, 0.7 - 0.6, 1.1 - 1));
  }

  /** The share of all signs whose ranks are at least as far to one side. */
  private static double counted(double[] differences) {
    int n = differences.length;
    double[] ranks = new double[n];
    for (int i = 0; i < n; i++) {
      double size = Math.abs(differences[i]);
      double below = Arrays.stream(differences).filter(x -> Math.abs(x) < size).count();
      double same = Arrays.stream(differences).filter(x -> Math.abs(x) == size).count();
      ranks[i] = below + (same + 1) / 2;
    }
    double seen = 0;
    for (int i = 0; i < n; i++) {
      seen += Math.signum(differences[i]) * ranks[i];
    }
    int far = 0;
    for (int signs = 0; signs < 1 << n; signs++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += (signs >> i & 1) == 1 ? ranks[i] : -ranks[i];
      }
      far += Math.abs(sum) >= Math.abs(seen) ? 1 : 0;
    }
    return (double) far / (1 << n);
  }

  @Test
  void fewDifferencesTellNothing() {
    assertTrue(Double.isNaN(probability(1, 2, 3, 4, 5)));
    assertTrue(Double.isNaN(probability(1, 2, 3, 4, 5, 0, 0)));
    assertEquals(2.0 / 64, probability(1, 2, 3, 4, 5, 6));
    assertEquals(2.0 / 64, probability(-1, -2, -3, -4, -5, -6, 0));
  }

  @Test
  void manyDifferencesGoOnSmoothly() {
    Random random = new Random(13);
    double[] differences = random.doubles(201, -0.45, 0.55).toArray();
    double[] fewer = Arrays.copyOf(differences, 200);
    double exact = probability(fewer);
    assertTrue(exact > 1e-4 && exact < 0.9, "p " + exact);
    assertEquals(exact, probability(differences), 0.1 * exact + 0.02);
    assertEquals(
        new WilcoxonSignedRankTest().wilcoxonSignedRankTest(differences, new double[201], false),
        probability(differences),
        0.01);
  }
}
