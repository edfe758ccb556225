package org.glissade.examples;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.glissade.examples.report.Format;
import org.glissade.examples.report.TerminalProgress;
import org.glissade.nn.TrainingListener;
import org.glissade.tensor.Extent;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.glissade.transform.Link;
import org.glissade.transform.NonFinite;

/**
 * Finds a threshold for a chain by trying, in three stages that all begin with the same weights and
 * see the same batches: a dry run of the chain as it is, which measures norms; short trials of
 * clips and renormalisations before it, at powers of ten and at quantiles of these norms; and
 * trainings of whole length with what did best then and with shorter steps, over more and more
 * seeds. What is said of a chain was measured with that chain, by examples that it was not trained
 * on.
 */
final class Advisor {
  private static final List<String> RULES = List.of("clip-by-norm", "renormalize");
  private static final double[] QUANTILES = {0.5, 0.9, 0.99};
  private static final int LEAST_POWER = -2;
  private static final int MOST_POWER = 4;

  private final Runner runner;
  private final Prepared plain;
  private final String given;
  private final Budget budget;
  private final HeldOut data;
  private final ChainReader reader;
  private final PrintStream out;

  Advisor(Runner runner, Prepared plain, int steps, Offers offers, PrintStream out) {
    this.runner = runner;
    this.plain = plain;
    this.given = plain.trial().transform();
    this.budget = Budget.of(steps, steps(plain.trial(), runner.data().train().size()));
    this.data = HeldOut.of(runner.data().train());
    this.reader = new ChainReader(offers.transforms());
    this.out = out;
  }

  private static int steps(Trial trial, int examples) {
    return Math.multiplyExact(trial.epochs(), (examples + trial.batch() - 1) / trial.batch());
  }

  /** Tries; whoever does not want to wait gets what was tried until then. */
  Advice advise() {
    Advice.Measured measured = measure();
    List<Candidate> candidates = candidates(measured.norms());
    try (TerminalProgress terminal = TerminalProgress.on(out)) {
      Trials trials = new Trials(runner, plain, data, reader, terminal, budget, candidates.size());
      terminal.note(plan(candidates.size()));
      Rounds rounds = new Rounds(trials, budget, given, runner.seed());
      List<Tried> shorts = rounds.shorts(candidates);
      List<Tried> trainings = rounds.trainings(shorts);
      boolean none = trainings.isEmpty();
      int steps = none ? budget.shortSteps() : budget.steps();
      return new Advice(measured, data.judged().size(), steps, none ? shorts : trainings);
    }
  }

  private String plan(int shorts) {
    return ("%s of %,d steps, then at most %s of %,d, as many as yours has."
            + " Ctrl-C ends it with what is known.")
        .formatted(
            Format.count(shorts, "short trial"),
            budget.shortSteps(),
            Format.count(budget.trainings(), "training"),
            budget.steps());
  }

  private Advice.Measured measure() {
    Trial trial = DryRun.trial(plain.trial(), given, data, budget.shortSteps());
    Prepared probed = new Prepared(trial, plain.network(), probed(plain.chain()), plain.model());
    DryRun run = DryRun.of(runner, probed, data, budget.shortSteps(), new TrainingListener() {});
    Map<Extent, double[]> norms = new EnumMap<>(Extent.class);
    NormProbe.EXTENTS.forEach(extent -> norms.put(extent, run.norms(extent)));
    return new Advice.Measured(given, budget.shortSteps(), run.steps(), norms);
  }

  private List<Candidate> candidates(Map<Extent, double[]> norms) {
    List<Candidate> candidates = new ArrayList<>(List.of(Candidate.plain(given)));
    norms.forEach(
        (extent, measured) ->
            bounds(measured)
                .forEach(
                    bound ->
                        RULES.forEach(
                            rule -> candidates.add(Candidate.of(given, rule, extent, bound)))));
    return candidates;
  }

  private static TreeSet<Double> bounds(double[] norms) {
    TreeSet<Double> bounds = new TreeSet<>();
    for (int power = LEAST_POWER; power <= MOST_POWER; power++) {
      bounds.add(Double.parseDouble("1e" + power));
    }
    for (double quantile : QUANTILES) {
      double norm = quantile(norms, quantile);
      if (norm > 0) {
        bounds.add(Candidate.twoDigits(norm));
      }
    }
    return bounds;
  }

  /** The smallest of the sorted numbers that so large a share does not exceed; NaN of none. */
  static double quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, rank - 1)];
  }

  /** The chain with a probe first, behind the policy. */
  private static Chain probed(Chain chain) {
    List<Link> links = new ArrayList<>(chain.links());
    int first = links.get(0).transform() instanceof NonFinite ? 1 : 0;
    links.add(first, Link.of(NormProbe.NAME, new NormProbe()));
    return Chain.of(links);
  }
}
