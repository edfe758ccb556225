package org.glissade.examples.report;

import java.util.Arrays;

/** Some measurements of one thing, taken for independent and roughly normal. */
final class Sample {
  private static final double BEYOND = 0.05;

  private final double[] values;

  /** These values, none of them NaN. */
  Sample(double... values) {
    this.values = values.clone();
  }

  /** The values of one less those of the other, pair by pair. */
  static Sample ofDifferences(Sample one, Sample other) {
    double[] differences = new double[Math.min(one.values.length, other.values.length)];
    Arrays.setAll(differences, i -> one.values[i] - other.values[i]);
    return new Sample(differences);
  }

  int size() {
    return values.length;
  }

  /** NaN where there are none. */
  double mean() {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** Half the width of the interval that holds the true mean in 95 % of cases; NaN below two. */
  double halfWidth() {
    return size() < 2 ? Double.NaN : new StudentT(size() - 1).critical(BEYOND) * standardError();
  }

  /** The probability of a mean so far from 0 if the true one is 0; NaN below two values. */
  double probabilityOfZero() {
    double error = standardError();
    if (size() < 2 || (error == 0 && mean() == 0)) {
      return size() < 2 ? Double.NaN : 1;
    }
    return new StudentT(size() - 1).twoTails(mean() / error);
  }

  /**
   * The same by Wilcoxon's signed ranks, which takes nothing for normal: see {@link SignedRanks}.
   */
  double rankProbabilityOfZero() {
    return new SignedRanks(values).probability();
  }

  double median() {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private double standardError() {
    double mean = mean();
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (size() - 1) / size());
  }
}
