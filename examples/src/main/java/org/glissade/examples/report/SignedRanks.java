package org.glissade.examples.report;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Wilcoxon's signed-rank test (Individual Comparisons by Ranking Methods, Biometrics Bulletin 1,
 * 1945) of differences that are symmetric around their median. Differences of 0 are left out, sizes
 * that are equal but for rounding share the mean of their ranks, and the distribution is that over
 * all signs: exact up to 200 differences; beyond, Student's t of the signed ranks takes its place.
 */
final class SignedRanks {
  private static final int FEWEST = 6;
  private static final int MOST_EXACT = 200;
  private static final double ROUNDING = 1e-12;

  private final double[] differences;

  SignedRanks(double... differences) {
    this.differences = Arrays.stream(differences).filter(x -> x != 0).toArray();
  }

  /**
   * The probability of ranks so far to one side if the median is 0, two sides; NaN of fewer than
   * six differences, of which no signs are improbable enough to tell (at best 2/2⁵ = 0.0625).
   */
  double probability() {
    int n = differences.length;
    if (n < FEWEST) {
      return Double.NaN;
    }
    int[] ranks = doubledRanks();
    return n > MOST_EXACT ? byStudent(ranks) : exact(ranks);
  }

  /**
   * Twice the rank of each size, so that a mean of ranks is whole: count below + count up to + 1.
   */
  private int[] doubledRanks() {
    double[] sizes =
        Arrays.stream(differences).map(x -> Math.rint(Math.abs(x) / ROUNDING)).toArray();
    return Arrays.stream(sizes)
        .mapToInt(
            size ->
                (int) Arrays.stream(sizes).filter(other -> other < size).count()
                    + (int) Arrays.stream(sizes).filter(other -> other <= size).count()
                    + 1)
        .toArray();
  }

  private double exact(int[] ranks) {
    int all = Arrays.stream(ranks).sum();
    int positive =
        IntStream.range(0, ranks.length).filter(i -> differences[i] > 0).map(i -> ranks[i]).sum();
    double[] probabilities = distribution(ranks, all);
    double tail = 0;
    for (int sum = Math.max(positive, all - positive); sum <= all; sum++) {
      tail += probabilities[sum];
    }
    return Math.min(1, 2 * tail);
  }

  /** How probable each sum of the ranks with a positive sign is if every sign is a fair coin. */
  private static double[] distribution(int[] ranks, int all) {
    double[] probabilities = new double[all + 1];
    probabilities[0] = 1;
    for (int rank : ranks) {
      for (int sum = all; sum >= 0; sum--) {
        double with = sum >= rank ? probabilities[sum - rank] : 0;
        probabilities[sum] = (probabilities[sum] + with) / 2;
      }
    }
    return probabilities;
  }

  private double byStudent(int[] ranks) {
    return new Sample(
            IntStream.range(0, ranks.length)
                .mapToDouble(i -> Math.copySign(ranks[i], differences[i]))
                .toArray())
        .probabilityOfZero();
  }
}
