package org.glissade.examples;

import java.util.ArrayList;
import java.util.List;

/**
 * A chain and how it did.
 *
 * @param runs one for each seed that it was tried with, at least one
 */
record Tried(Candidate candidate, List<Run> runs) {
  /**
   * One trial.
   *
   * @param accuracy on the examples that were held out; that of guessing where a gradient was not
   *     finite
   * @param finite whether all gradients were
   * @param acted in which share of the steps the chain changed the gradient; NaN where it never
   *     could
   */
  record Run(double accuracy, boolean finite, double acted) {}

  Tried {
    runs = List.copyOf(runs);
  }

  /** With one seed more. */
  Tried with(Run run) {
    List<Run> more = new ArrayList<>(runs);
    more.add(run);
    return new Tried(candidate, more);
  }

  int seeds() {
    return runs.size();
  }

  /** Whether any of its runs stayed finite. */
  boolean anyFinite() {
    return runs.stream().anyMatch(Run::finite);
  }

  /** The mean accuracy. */
  double accuracy() {
    return runs.stream().mapToDouble(Run::accuracy).average().orElse(Double.NaN);
  }

  double worst() {
    return runs.stream().mapToDouble(Run::accuracy).min().orElse(Double.NaN);
  }

  /** The standard deviation of the accuracy over the seeds; 0 of one. */
  double deviation() {
    double mean = accuracy();
    double squares = runs.stream().mapToDouble(run -> run.accuracy() - mean).map(x -> x * x).sum();
    return seeds() < 2 ? 0 : Math.sqrt(squares / (seeds() - 1));
  }

  /** The standard error of the mean accuracy. */
  double error() {
    return deviation() / Math.sqrt(seeds());
  }

  /** What it is ranked by: the accuracy that a somewhat unlucky seed gets, mean - deviation. */
  double score() {
    return accuracy() - deviation();
  }

  /** The mean share of the steps in which it changed the gradient. */
  double acted() {
    return runs.stream().mapToDouble(Run::acted).average().orElse(Double.NaN);
  }
}
