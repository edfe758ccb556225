package org.glissade.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.glissade.data.Dataset;
import org.glissade.nn.Examples;
import org.glissade.nn.Purpose;
import org.glissade.optim.lint.Finding;
import org.glissade.spi.text.ChainParser;
import org.glissade.spi.text.LinkText;
import org.glissade.transform.NonFinite;

/** The whole order of a step in words, then the plan that a backend gets. */
record ExplainText(Prepared run, Dataset train, Offers offers) {
  String print() {
    StringBuilder text = new StringBuilder("One step of " + run.trial().transform() + ":\n");
    int number = 1;
    for (String line : lines()) {
      text.append("%3d  %s%n".formatted(number++, line));
    }
    List<Finding> findings = run.lint(offers);
    if (!findings.isEmpty()) {
      text.append("\nTo look at:\n");
      findings.forEach(finding -> text.append("  ").append(finding).append('\n'));
    }
    text.append("\nParameters:\n").append(run.model().summary());
    return text.append("\nThe same as a ").append(plan()).append('\n').toString();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "gather",
            "%,d of %,d examples of shape %s, in an order drawn for each epoch; %s"
                .formatted(
                    run.trial().batch(),
                    train.size(),
                    train.features().example(),
                    run.trial().pixels())));
    lines.add(line("forward", run.network()));
    lines.add(line("loss", run.model().loss().name() + " of each example, then its mean"));
    lines.add(
        line(
            "backward",
            "the gradient of each of %d parameters, into one flat buffer"
                .formatted(run.model().layout().parameters().size())));
    List<LinkText> links = ChainParser.parse(run.trial().transform()).links();
    if (!links.get(0).call().name().equals(NonFinite.NAME)) {
      lines.add(
          line(
              "policy",
              NonFinite.NAME
                  + "(stop), unless the chain begins with another: "
                  + "a gradient that is infinite or NaN changes nothing and ends the run"));
    }
    links.forEach(link -> lines.add(line(link)));
    lines.add(line("update", "each parameter minus what the chain gives"));
    return lines;
  }

  private String line(LinkText link) {
    String kind = link.call().name().equals(NonFinite.NAME) ? "policy" : "transform";
    return line(kind, link.print() + ": " + offers.transforms().get(link.call()).summary());
  }

  private static String line(String kind, String text) {
    return String.format(Locale.ROOT, "%-10s %s", kind, text);
  }

  private String plan() {
    Purpose step = new Purpose.Train(run.trial().batch(), Examples.of(train), run.chain(), true);
    return run.model().plan(step).toString();
  }
}
