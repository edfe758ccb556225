package org.glissade.examples.report;

import java.util.List;
import org.glissade.nn.telemetry.LayerFinding;

/** One group of runs on the page: what they were given, what happened in words, and the curves. */
record GroupSection(Results.Group group, Story story) {
  void writeTo(Markup page) {
    page.open("section").newline().element("h2", group.title()).newline();
    List<String> settings =
        group.runs().stream().map(run -> run.settings().summary()).distinct().toList();
    if (settings.size() == 1) {
      page.element("p", settings.get(0), "class", "small").newline();
    }
    String comparison = story.group(group);
    if (!comparison.isEmpty()) {
      page.element("p", comparison, "class", "lead").newline();
    }
    page.open("ul", "class", "runs").newline();
    for (int i = 0; i < group.runs().size(); i++) {
      run(page, group.runs().get(i), LineStyle.of(i), settings.size() > 1);
    }
    page.close().newline();
    new GroupCharts(group).writeTo(page);
    page.close().newline();
  }

  private void run(Markup page, RunResult run, LineStyle style, boolean settings) {
    page.open("li");
    swatch(page, style);
    page.element("strong", run.name()).text(" ").element("code", run.transform());
    page.element("p", story.run(run));
    run.vanished().ifPresent(vanished -> page.element("p", said(vanished)));
    if (settings) {
      page.element("p", run.settings().summary(), "class", "small");
    }
    new LinkTable(run).writeTo(page);
    page.close().newline();
  }

  private static String said(LayerFinding vanished) {
    return "The gradient of %s vanished first, from step %d on: its norm was %s times %s."
        .formatted(
            vanished.layer(),
            vanished.step(),
            Format.number(vanished.ratio()),
            "its first value or the largest of all layers");
  }

  private static void swatch(Markup page, LineStyle style) {
    page.open("svg", "viewBox", "0 0 48 16", "aria-hidden", "true");
    page.open("g", "class", "line", "stroke", style.colour(), "stroke-dasharray", style.dashes());
    page.empty("path", "d", "M1 8H47").close().close();
  }
}
