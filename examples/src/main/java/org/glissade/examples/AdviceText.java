package org.glissade.examples;

import java.util.Locale;
import java.util.Optional;
import org.glissade.examples.report.Format;
import org.glissade.tensor.Extent;

/** Advice as a person reads it. */
record AdviceText(Advice advice) {
  private static final String ROW = "%-10s %10s %10s %10s %10s%n";

  String print() {
    StringBuilder text = new StringBuilder();
    text.append("\nGradient norms in %s of %s\n".formatted(made(), advice.plain().chain()));
    text.append("(over each extent, of the longest group of each step):\n\n");
    text.append(String.format(Locale.ROOT, ROW, "extent", "median", "P90", "P99", "largest"));
    advice.norms().forEach((extent, norms) -> text.append(row(extent, norms)));
    text.append('\n').append(line("without", Optional.of(advice.plain())));
    text.append(line("threshold", advice.clip()));
    text.append(line("alpha", advice.renormalize()));
    text.append(
        advice
            .best()
            .map(best -> "\nUse: " + best.chain() + "\n")
            .orElse("\nNothing that was tried stays finite: lower the learning rate.\n"));
    return text.toString();
  }

  private String made() {
    int made = advice.plain().made();
    return made < advice.steps()
        ? "the first %d steps (then a gradient was not finite, or it was interrupted)"
            .formatted(made)
        : made + " steps";
  }

  private static String row(Extent extent, double[] norms) {
    return String.format(
        Locale.ROOT,
        ROW,
        extent.label(),
        Format.number(Advisor.quantile(norms, 0.5)),
        Format.number(Advisor.quantile(norms, 0.9)),
        Format.number(Advisor.quantile(norms, 0.99)),
        Format.number(Advisor.quantile(norms, 1)));
  }

  private static String line(String what, Optional<Advice.Tried> tried) {
    return "%-10s %s%n"
        .formatted(what, tried.map(AdviceText::said).orElse("none that was tried stays finite"));
  }

  private static String said(Advice.Tried tried) {
    if (Double.isNaN(tried.accuracy())) {
      return tried.chain() + ": a gradient was not finite";
    }
    return "%s: %s right%s"
        .formatted(
            tried.chain(),
            Format.percent(tried.accuracy(), 1),
            Double.isNaN(tried.acted())
                ? ""
                : ", acts in %s of the steps".formatted(Format.share(tried.acted())));
  }
}
