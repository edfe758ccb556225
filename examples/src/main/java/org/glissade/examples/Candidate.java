package org.glissade.examples;

import java.math.BigDecimal;
import java.math.MathContext;
import org.glissade.tensor.Extent;

/**
 * A chain to try.
 *
 * @param text of the whole chain
 * @param rule what stands before the given chain; empty where nothing does
 * @param extent of the rule
 * @param bound a clip's threshold, or the norm that is renormalised to
 * @param shorter by how many half powers of ten the bound lies below the one that did best in short
 *     trials
 */
record Candidate(String text, String rule, Extent extent, double bound, int shorter) {
  /** The given chain alone. */
  static Candidate plain(String chain) {
    return new Candidate(chain, "", Extent.GLOBAL, Double.POSITIVE_INFINITY, 0);
  }

  /** A rule before the chain, behind its policy. */
  static Candidate of(String chain, String rule, Extent extent, double bound) {
    String call = "%s(%s, extent=%s)".formatted(rule, bound, extent.label());
    return new Candidate(Grid.behind(call, chain), rule, extent, bound, 0);
  }

  /** Whether nothing stands before the given chain. */
  boolean isPlain() {
    return rule.isEmpty();
  }

  /** The same with a bound that is smaller by so many half powers of ten. */
  Candidate shortened(String chain, int halves) {
    Candidate other =
        halves == 0
            ? this
            : of(chain, rule, extent, twoDigits(bound * Math.pow(10, -0.5 * halves)));
    return new Candidate(other.text, rule, extent, other.bound, halves);
  }

  static double twoDigits(double x) {
    return new BigDecimal(x).round(new MathContext(2)).doubleValue();
  }
}
