package org.glissade.examples.report;

import org.glissade.nn.telemetry.GroupSummary;
import org.glissade.nn.telemetry.LinkSummary;
import org.glissade.nn.telemetry.NormSummary;

/** What each link of a run's chain did: a sentence, and a row of norms for each of its groups. */
record LinkTable(RunResult run) {
  private static final String[] TITLES = {
    "Of", "Fired", "Median norm before", "P90", "P99", "Not finite", "Median norm after"
  };

  void writeTo(Markup page) {
    if (run.links().isEmpty()) {
      return;
    }
    page.open("table").newline().open("thead").open("tr");
    for (int i = 0; i < TITLES.length; i++) {
      page.element("th", TITLES[i], "scope", "col", "class", kind(i));
    }
    page.close().close().newline();
    run.links().forEach(link -> link(page, link));
    page.close().newline();
  }

  private static void link(Markup page, LinkSummary link) {
    String columns = String.valueOf(TITLES.length);
    page.open("tbody").newline().open("tr");
    page.open("th", "colspan", columns, "scope", "rowgroup", "class", "group");
    page.element("code", link.link()).text(" " + link.sentence()).close().close().newline();
    for (GroupSummary group : link.groups()) {
      row(
          page,
          group.group(),
          Format.share(group.firedShare()),
          number(group.before(), group.before().median()),
          number(group.before(), group.before().p90()),
          number(group.before(), group.before().p99()),
          String.valueOf(group.before().nonFinite()),
          number(group.after(), group.after().median()));
    }
    page.close().newline();
  }

  private static void row(Markup page, String... cells) {
    page.open("tr");
    for (int i = 0; i < cells.length; i++) {
      page.open("td", "class", kind(i), "data-label", TITLES[i]).text(cells[i]).close();
    }
    page.close().newline();
  }

  private static String number(NormSummary norms, double value) {
    return norms.count() == 0 ? "-" : Format.number(value);
  }

  private static String kind(int column) {
    return column == 0 ? "text" : "number";
  }
}
