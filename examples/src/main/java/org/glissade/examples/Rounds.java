package org.glissade.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glissade.examples.report.Format;

/**
 * Trials of fewer and fewer chains: short ones, then whole trainings with the best and with shorter
 * steps, then the best of these with more seeds. A round that is interrupted counts only if it is
 * the first of its kind.
 */
final class Rounds {
  private final Trials trials;
  private final Budget budget;
  private final String given;
  private final long seed;
  private final Map<Candidate, Tried> trained = new LinkedHashMap<>();

  /**
   * Rounds on behalf of a chain.
   *
   * @param given the text of that chain
   * @param seed the first
   */
  Rounds(Trials trials, Budget budget, String given, long seed) {
    this.trials = trials;
    this.budget = budget;
    this.given = given;
    this.seed = seed;
  }

  /** The short trials. */
  List<Tried> shorts(List<Candidate> candidates) {
    return firsts(candidates, budget.shortSteps());
  }

  /** Whole trainings, with the most seeds for those that did best. */
  List<Tried> trainings(List<Tried> shorts) {
    List<Candidate> candidates = lengths(Choice.bestOfEachFamily(shorts));
    tell(candidates.size(), seed);
    firsts(candidates, budget.steps()).forEach(tried -> trained.put(tried.candidate(), tried));
    again(Choice.bestOfEachLength(trained.values()), seed + 1);
    List<Tried> twice = trained.values().stream().filter(tried -> tried.seeds() == 2).toList();
    List<Tried> last = Choice.bestOfEachRule(twice, Budget.LAST);
    for (long more = seed + 2; more < seed + Budget.SEEDS; more++) {
      again(last, more);
    }
    return List.copyOf(trained.values());
  }

  private List<Tried> firsts(List<Candidate> candidates, int steps) {
    List<Tried> tried = new ArrayList<>();
    for (Candidate candidate : candidates) {
      trials
          .run(candidate, steps, seed)
          .ifPresent(run -> tried.add(new Tried(candidate, List.of(run))));
    }
    return tried;
  }

  private List<Candidate> lengths(List<Tried> best) {
    List<Candidate> candidates = new ArrayList<>();
    for (Tried tried : best) {
      int halves = tried.candidate().isPlain() ? 0 : budget.halves();
      for (int half = 0; half <= halves; half++) {
        candidates.add(tried.candidate().shortened(given, half));
      }
    }
    return candidates;
  }

  private void again(List<Tried> survivors, long other) {
    tell(survivors.size(), other);
    Map<Candidate, Tried.Run> runs = new LinkedHashMap<>();
    for (Tried tried : survivors) {
      trials
          .run(tried.candidate(), budget.steps(), other)
          .ifPresent(run -> runs.put(tried.candidate(), run));
    }
    if (runs.size() == survivors.size()) {
      runs.forEach((candidate, run) -> trained.computeIfPresent(candidate, (c, t) -> t.with(run)));
    }
  }

  private void tell(int number, long with) {
    if (!trials.interrupted() && number > 0) {
      trials.note("%s with seed %d".formatted(Format.count(number, "training"), with));
    }
  }
}
