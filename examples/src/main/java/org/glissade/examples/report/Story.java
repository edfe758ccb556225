package org.glissade.examples.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Plain sentences on what happened: on all runs, on each group, on each run. */
public final class Story {
  private static final int WIDTH = 100;

  /** Accuracies closer than this are called equal: half a percentage point. */
  private static final double SAME = 0.005;

  private final Results results;

  public Story(Results results) {
    this.results = results;
  }

  /** All sentences in lines for a terminal, every line ended by {@code \n}. */
  public String text() {
    StringBuilder out = new StringBuilder();
    paragraph(out, headline(), "");
    for (Results.Group group : results.groups()) {
      out.append('\n');
      paragraph(out, group.title() + ". " + group(group), "");
      for (RunResult run : group.runs()) {
        paragraph(out, run(run), "  ");
      }
    }
    return out.toString();
  }

  /** How many runs learned, exploded and died, and which was best. */
  public String headline() {
    if (results.runs().isEmpty()) {
      return "No run was made.";
    }
    String counts =
        "%s: %s learned, %s exploded, %s died."
            .formatted(
                Format.count(results.runs().size(), "run"),
                number(run -> story(run).learned()),
                number(run -> run.explosion().isPresent()),
                number(run -> run.death().isPresent()));
    return best(results.runs(), run -> story(run).learned())
        .map(
            run ->
                "%s Best test accuracy: %s (%s, %s)."
                    .formatted(counts, accuracy(run), run.group(), run.name()))
        .orElse(counts);
  }

  /** What the comparison within a group shows; of a single run, nothing. */
  public String group(Results.Group group) {
    Optional<RunResult> plain = best(group.runs(), run -> !run.transformed());
    Optional<RunResult> tamed = best(group.runs(), RunResult::transformed);
    if (group.runs().size() == 1) {
      return "";
    }
    if (group.runs().stream().noneMatch(run -> story(run).learned())) {
      return "No run did better than guessing.";
    }
    if (plain.isEmpty() || tamed.isEmpty()) {
      return best(group.runs(), run -> true)
          .map(run -> "Best: %s with %s.".formatted(run.name(), accuracy(run)))
          .orElse("");
    }
    return story(plain.get()).learned()
        ? compare(plain.get(), tamed.get())
        : rescued(group, tamed.get());
  }

  private String rescued(Results.Group group, RunResult best) {
    List<RunResult> tamed = group.runs().stream().filter(RunResult::transformed).toList();
    if (tamed.size() == 1) {
      return "Plain descent did not learn; %s did, to %s.".formatted(best.name(), accuracy(best));
    }
    long learned = tamed.stream().filter(run -> story(run).learned()).count();
    String which = learned == tamed.size() ? "all " : learned + " of ";
    return "Plain descent did not learn; %s%d runs with a transform did, the best %s (%s)."
        .formatted(which, tamed.size(), best.name(), accuracy(best));
  }

  private String compare(RunResult plain, RunResult tamed) {
    if (!story(tamed).learned()) {
      return "Plain descent learned, to %s; no run with a transform did."
          .formatted(accuracy(plain));
    }
    double gain = tamed.finalAccuracy() - plain.finalAccuracy();
    if (Math.abs(gain) <= SAME) {
      return "Plain descent did as well (%s) as the best transform, %s (%s)."
          .formatted(accuracy(plain), tamed.name(), accuracy(tamed));
    }
    return gain > 0
        ? "Plain descent learned too (%s); the best transform, %s, reached %s."
            .formatted(accuracy(plain), tamed.name(), accuracy(tamed))
        : "No transform did as well as plain descent (%s); the best was %s (%s)."
            .formatted(accuracy(plain), tamed.name(), accuracy(tamed));
  }

  /** What one run did. */
  public String run(RunResult run) {
    return story(run).text();
  }

  private RunStory story(RunResult run) {
    return new RunStory(run, results.environment().classes());
  }

  private String number(Predicate<RunResult> test) {
    long number = results.runs().stream().filter(test).count();
    return number == 0 ? "none" : String.valueOf(number);
  }

  private static Optional<RunResult> best(List<RunResult> runs, Predicate<RunResult> test) {
    return runs.stream()
        .filter(test)
        .max(Comparator.comparingDouble(run -> run.epochs().isEmpty() ? -1 : run.finalAccuracy()));
  }

  private static String accuracy(RunResult run) {
    return Format.percent(run.finalAccuracy(), 1);
  }

  private static void paragraph(StringBuilder out, String text, String indent) {
    List<String> lines = new ArrayList<>(TextGrid.wrap(text, WIDTH - indent.length()));
    lines.forEach(line -> out.append(indent).append(line).append('\n'));
  }
}
