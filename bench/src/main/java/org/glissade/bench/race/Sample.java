package org.glissade.bench.race;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * What was measured, once in each round.
 *
 * @param values in the order of the rounds
 */
public record Sample(List<Double> values) {
  private static final double HALF = 0.5;

  /** Keeps a copy. */
  public Sample {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a sample needs at least one value");
    }
  }

  /** Both ends of an interval. */
  public record Interval(double low, double high) {}

  /** The middle value, or the mean of the two in the middle. */
  public double median() {
    List<Double> sorted = sorted();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : HALF * (sorted.get(half - 1) + sorted.get(half));
  }

  /** From the least to the greatest. */
  public Interval spread() {
    List<Double> sorted = sorted();
    return new Interval(sorted.get(0), sorted.get(sorted.size() - 1));
  }

  /**
   * Where the median of all that might be measured lies with at least this confidence, whatever the
   * distribution: between the k-th least and the k-th greatest value, since the number of values
   * below the median is binomial. Empty if there are too few values.
   */
  public Optional<Interval> medianInterval(double confidence) {
    int n = values.size();
    BinomialDistribution below = new BinomialDistribution(null, n, HALF);
    int k = 0;
    while (2 * below.cumulativeProbability(k) <= 1 - confidence) {
      k++;
    }
    if (k == 0) {
      return Optional.empty();
    }
    List<Double> sorted = sorted();
    return Optional.of(new Interval(sorted.get(k - 1), sorted.get(n - k)));
  }

  private List<Double> sorted() {
    return values.stream().sorted().toList();
  }
}
