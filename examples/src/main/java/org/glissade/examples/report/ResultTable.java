package org.glissade.examples.report;

import java.util.ArrayList;
import java.util.List;

/** The results as a plain ASCII table of at most 120 columns, for a terminal. */
public final class ResultTable {
  private static final int WIDTH = 120;

  private ResultTable() {}

  /** The table, grouped, every line ended by {@code \n}. */
  public static String of(Results results) {
    List<Column> columns = List.of(Column.values());
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::title).toList());
    for (RunResult run : results.runs()) {
      rows.add(columns.stream().map(column -> column.cell(run)).toList());
    }
    TextGrid grid = TextGrid.fit(rows, columns.stream().map(Column::numeric).toList(), WIDTH);
    StringBuilder out = new StringBuilder();
    grid.appendRow(out, rows.get(0));
    out.append("-".repeat(grid.width())).append('\n');
    int row = 1;
    for (Results.Group group : results.groups()) {
      out.append(row == 1 ? "" : "\n").append(group.title()).append('\n');
      for (RunResult run : group.runs()) {
        grid.appendRow(out, columns.stream().map(column -> column.cell(run)).toList());
        row++;
      }
    }
    if (results.runs().isEmpty()) {
      out.append("no run\n");
    }
    return out.toString();
  }
}
