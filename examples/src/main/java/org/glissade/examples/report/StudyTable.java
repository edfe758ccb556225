package org.glissade.examples.report;

import java.util.ArrayList;
import java.util.List;

/** A study as a plain table of at most 120 columns, for a terminal. */
public final class StudyTable {
  private static final int WIDTH = 120;

  private StudyTable() {}

  /** The table with its headline, every line ended by {@code \n}. */
  public static String of(StudyResults study) {
    List<StudyColumn> columns = List.of(StudyColumn.values());
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(StudyColumn::title).toList());
    for (StudyCell cell : study.cells()) {
      rows.add(columns.stream().map(column -> column.cell(study, cell)).toList());
    }
    TextGrid grid = TextGrid.fit(rows, columns.stream().map(StudyColumn::numeric).toList(), WIDTH);
    StringBuilder out = new StringBuilder(study.headline()).append("\n\n");
    grid.appendRow(out, rows.get(0));
    out.append("-".repeat(grid.width())).append('\n');
    rows.subList(1, rows.size()).forEach(row -> grid.appendRow(out, row));
    if (study.cells().isEmpty()) {
      out.append("no seed was finished by all chains\n");
    }
    return out.toString();
  }
}
