package org.glissade.examples;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.glissade.examples.report.Format;
import org.glissade.tensor.Extent;

/** Advice as a person reads it. */
record AdviceText(Advice advice) {
  private static final String NORMS = "%-10s %10s %10s %10s %10s%n";
  private static final String TRIED = "%5s %8s %7s %8s %8s  %s%n";
  private static final double PERCENT = 100;

  String print() {
    return norms()
        + (advice.tried().isEmpty()
            ? "\nIt was interrupted before anything was tried.\n"
            : trials() + recommended());
  }

  private String recommended() {
    String lost = "none that was tried stays finite";
    String plainLost = advice.measured().chain() + ": a gradient was not finite";
    return '\n'
        + line("without", advice.plain(), plainLost)
        + line("threshold", advice.best("clip-by-norm"), lost)
        + line("alpha", advice.best("renormalize"), lost)
        + advice
            .best()
            .map(best -> "\nUse: " + best.candidate().text() + "\n")
            .orElse("\nNothing that was tried stays finite: lower the learning rate.\n");
  }

  private String norms() {
    StringBuilder text = new StringBuilder();
    text.append("\nGradient norms in %s of %s\n".formatted(made(), advice.measured().chain()));
    text.append("(over each extent, of the longest group of each step):\n\n");
    text.append(format(NORMS, "extent", "median", "P90", "P99", "largest"));
    advice.measured().norms().forEach((extent, norms) -> text.append(row(extent, norms)));
    return text.toString();
  }

  private String made() {
    Advice.Measured run = advice.measured();
    return run.made() < run.steps()
        ? "the first %d steps (then a gradient was not finite, or it was interrupted)"
            .formatted(run.made())
        : run.made() + " steps";
  }

  private static String row(Extent extent, double[] norms) {
    return format(
        NORMS,
        extent.label(),
        Format.number(Advisor.quantile(norms, 0.5)),
        Format.number(Advisor.quantile(norms, 0.9)),
        Format.number(Advisor.quantile(norms, 0.99)),
        Format.number(Advisor.quantile(norms, 1)));
  }

  /** Those with the most seeds first, then by what they are ranked by. */
  private String trials() {
    StringBuilder text = new StringBuilder();
    text.append(
        "\nTrials of %,d steps, judged by %,d training examples that were held out:\n\n"
            .formatted(advice.steps(), advice.judges()));
    text.append(format(TRIED, "seeds", "right", "+-", "worst", "acts in", "chain"));
    advice.tried().stream()
        .sorted(
            Comparator.comparingInt(Tried::seeds)
                .thenComparingDouble(Tried::score)
                .reversed()
                .thenComparing(tried -> tried.candidate().text()))
        .forEach(tried -> text.append(row(tried)));
    return text.toString();
  }

  private static String row(Tried tried) {
    return format(
        TRIED,
        tried.seeds(),
        Format.percent(tried.accuracy(), 1),
        tried.seeds() < 2 ? "-" : format("%.1f", PERCENT * tried.deviation()),
        Format.percent(tried.worst(), 1),
        Format.share(tried.acted()),
        tried.candidate().text());
  }

  private static String line(String what, Optional<Tried> tried, String otherwise) {
    return "%-10s %s%n".formatted(what, tried.map(AdviceText::said).orElse(otherwise));
  }

  private static String said(Tried tried) {
    return "%s: %s right%s"
        .formatted(
            tried.candidate().text(),
            Format.percent(tried.accuracy(), 1),
            Double.isNaN(tried.acted())
                ? ""
                : ", acts in %s of the steps".formatted(Format.share(tried.acted())));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
