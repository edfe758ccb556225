package org.glissade.examples;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who is tried on, and who is chosen. Few seeds do not show how often a chain fails, and long steps
 * fail more often: so each length of step keeps its best for some seeds, what failed once ranks
 * low, and of equals the one with the shorter steps is chosen.
 */
final class Choice {
  private static final Comparator<Tried> BEST_FIRST =
      Comparator.comparingDouble(Tried::score)
          .reversed()
          .thenComparingDouble(tried -> tried.candidate().bound());

  /** The chain alone, then short steps before long ones. */
  private static final Comparator<Tried> CAREFUL_FIRST =
      Comparator.comparing((Tried tried) -> !tried.candidate().isPlain())
          .thenComparing(tried -> -tried.candidate().shorter())
          .thenComparing(BEST_FIRST);

  private Choice() {}

  /** For each rule and extent the chain that did best. */
  static List<Tried> bestOfEachFamily(Collection<Tried> all) {
    return best(all, c -> c.rule() + " " + c.extent(), 1);
  }

  /** For each rule and length of step the chain that did best. */
  static List<Tried> bestOfEachLength(Collection<Tried> all) {
    return best(all, c -> c.rule() + " " + c.shorter(), 1);
  }

  /** For each rule so many chains that did best. */
  static List<Tried> bestOfEachRule(Collection<Tried> all, int number) {
    return best(all, Candidate::rule, number);
  }

  private static List<Tried> best(
      Collection<Tried> all, Function<Candidate, String> group, int number) {
    Map<String, List<Tried>> groups = new LinkedHashMap<>();
    ranked(all)
        .forEach(
            tried ->
                groups
                    .computeIfAbsent(group.apply(tried.candidate()), key -> new ArrayList<>())
                    .add(tried));
    return groups.values().stream().flatMap(same -> same.stream().limit(number)).toList();
  }

  /** Those with any finite run, best first. */
  static List<Tried> ranked(Collection<Tried> all) {
    return all.stream().filter(Tried::anyFinite).sorted(BEST_FIRST).toList();
  }

  /**
   * Of those that were tried with the most seeds, the most careful whose score is at most a
   * standard error below the best.
   */
  static Optional<Tried> of(Collection<Tried> all) {
    int most = all.stream().mapToInt(Tried::seeds).max().orElse(0);
    List<Tried> equal = ranked(all.stream().filter(tried -> tried.seeds() == most).toList());
    return equal.stream()
        .filter(tried -> tried.score() >= equal.get(0).score() - equal.get(0).error())
        .min(CAREFUL_FIRST);
  }
}
