package org.glissade.examples;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glissade.tensor.Extent;

/**
 * What trials have shown.
 *
 * @param measured what was found without any clip
 * @param judges how many examples have judged
 * @param steps of the trials, all of one length
 * @param tried the chains; some with more seeds than others
 */
record Advice(Measured measured, int judges, int steps, List<Tried> tried) {
  /**
   * The first dry run.
   *
   * @param chain what was given
   * @param steps how many were to be made
   * @param made how many were made
   * @param norms for each extent the norm of the longest group of each step, sorted
   */
  record Measured(String chain, int steps, int made, Map<Extent, double[]> norms) {}

  /** The chain without any clip. */
  Optional<Tried> plain() {
    return Choice.of(tried.stream().filter(each -> each.candidate().isPlain()).toList());
  }

  /** The best chain with such a rule before the given one. */
  Optional<Tried> best(String rule) {
    return Choice.of(tried.stream().filter(each -> each.candidate().rule().equals(rule)).toList());
  }

  /** What to use, if anything stays finite. */
  Optional<Tried> best() {
    return Choice.of(tried);
  }
}
