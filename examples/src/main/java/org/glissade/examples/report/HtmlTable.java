package org.glissade.examples.report;

/** The table of runs on the page; on a narrow screen its style turns each row into a card. */
record HtmlTable(Results results) {
  void writeTo(Markup page) {
    page.open("table").newline().open("thead").open("tr");
    for (Column column : Column.values()) {
      page.element("th", column.title(), "scope", "col", "class", alignment(column));
    }
    page.close().close().newline();
    String columns = String.valueOf(Column.values().length);
    for (Results.Group group : results.groups()) {
      page.open("tbody").newline().open("tr");
      page.element("th", group.title(), "colspan", columns, "scope", "rowgroup", "class", "group");
      page.close().newline();
      group.runs().forEach(run -> row(page, run));
      page.close().newline();
    }
    page.close().newline();
  }

  private static void row(Markup page, RunResult run) {
    page.open("tr");
    for (Column column : Column.values()) {
      String cell = column.cell(run);
      switch (column) {
        case RUN -> page.element("th", cell, "scope", "row");
        case TRANSFORM -> cell(page, column, "text").element("code", cell).close();
        case EXPLODED, DIED ->
            cell(page, column, cell.equals("no") ? "text" : "bad").text(cell).close();
        default -> cell(page, column, alignment(column)).text(cell).close();
      }
    }
    page.close().newline();
  }

  private static Markup cell(Markup page, Column column, String kind) {
    return page.open("td", "class", kind, "data-label", column.title());
  }

  private static String alignment(Column column) {
    return column.numeric() ? "number" : "text";
  }
}
