package org.glissade.examples;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.glissade.examples.report.TerminalProgress;
import org.glissade.tensor.Extent;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.glissade.transform.Link;
import org.glissade.transform.NonFinite;

/**
 * Finds a threshold for a chain by trying: a dry run of the chain as it is, which measures norms,
 * and then dry runs with clips and renormalisations before it, from the same weights on the same
 * batches. Candidates are the quantiles of the measured norms and powers of ten. What is said of a
 * chain was measured with that chain.
 */
final class Advisor {
  private static final double[] QUANTILES = {0.5, 0.9, 0.99};
  private static final int LEAST_POWER = -2;
  private static final int MOST_POWER = 4;

  private final Runner runner;
  private final Prepared plain;
  private final int steps;
  private final ChainReader reader;
  private final PrintStream out;

  Advisor(Runner runner, Prepared plain, int steps, Offers offers, PrintStream out) {
    this.runner = runner;
    this.plain = plain;
    this.steps = steps;
    this.reader = new ChainReader(offers.transforms());
    this.out = out;
  }

  /** Tries; whoever does not want to wait gets what was tried until then. */
  Advice advise() {
    DryRun measured = DryRun.of(runner, plain, probed(plain.chain()), steps);
    Map<Extent, double[]> norms = new EnumMap<>(Extent.class);
    NormProbe.EXTENTS.forEach(extent -> norms.put(extent, measured.norms(extent)));
    List<Advice.Tried> clips = new ArrayList<>();
    List<Advice.Tried> renormalized = new ArrayList<>();
    try (TerminalProgress terminal = TerminalProgress.on(out)) {
      for (Extent extent : NormProbe.EXTENTS) {
        terminal.note("Trying extent=" + extent.label());
        for (double number : candidates(norms.getOrDefault(extent, new double[0]))) {
          tryOut("clip-by-norm", number, extent, clips);
          tryOut("renormalize", number, extent, renormalized);
        }
      }
    }
    return new Advice(
        steps, tried(plain.trial().transform(), measured), norms, clips, renormalized);
  }

  private void tryOut(String rule, double number, Extent extent, List<Advice.Tried> tried) {
    if (!runner.interrupt().requested()) {
      String call = "%s(%s, extent=%s)".formatted(rule, number, extent.label());
      String text = Grid.behind(call, plain.trial().transform());
      tried.add(tried(text, DryRun.of(runner, plain, reader.read(text), steps)));
    }
  }

  private static Advice.Tried tried(String chain, DryRun run) {
    return new Advice.Tried(chain, run.acted(), run.accuracy(), run.steps());
  }

  private static TreeSet<Double> candidates(double[] norms) {
    TreeSet<Double> candidates = new TreeSet<>();
    for (int power = LEAST_POWER; power <= MOST_POWER; power++) {
      candidates.add(Double.parseDouble("1e" + power));
    }
    for (double quantile : QUANTILES) {
      double norm = quantile(norms, quantile);
      if (norm > 0) {
        candidates.add(twoDigits(norm));
      }
    }
    return candidates;
  }

  /** The smallest of the sorted numbers that so large a share does not exceed; NaN of none. */
  static double quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, rank - 1)];
  }

  private static double twoDigits(double x) {
    return new BigDecimal(x).round(new MathContext(2)).doubleValue();
  }

  /** The chain with a probe first, behind the policy. */
  private static Chain probed(Chain chain) {
    List<Link> links = new ArrayList<>(chain.links());
    int first = links.get(0).transform() instanceof NonFinite ? 1 : 0;
    links.add(first, Link.of(NormProbe.NAME, new NormProbe()));
    return Chain.of(links);
  }
}
