package org.glissade.bench.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The report as a picture: for each workload that rivals take part in, a bar for the first of our
 * rows and for each rival. Its colours are legible on white and on black, since a page that shows
 * it may be either.
 */
final class Chart {
  private static final Set<String> SHOWN = Set.of("W1", "W2", "W3", "W6", "W7");
  private static final int WIDTH = 760;
  private static final int LEFT = 150;
  private static final int LONGEST = 340;
  private static final int TOP = 12;
  private static final int TITLE = 26;
  private static final int LINE = 24;
  private static final int BAR = 16;
  private static final int GAP = 18;
  private static final int BASELINE = 13;
  private static final String TEXT = "#768390";
  private static final String OURS = "#2f81f7";
  private static final String RIVAL = "#9aa4af";

  private final StringBuilder out = new StringBuilder();
  private int y = TOP;

  private Chart() {}

  /** The picture as SVG, ended by a line feed. */
  static String of(Report report) {
    Chart chart = new Chart();
    chart.text(WIDTH, "shorter is better", "end", TEXT, " font-style=\"italic\"");
    report.sections().stream()
        .filter(section -> SHOWN.contains(section.id()))
        .forEach(chart::section);
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
        role="img" aria-label="Medians of the race; shorter is better" \
        font-family="-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="13">
        """
            .formatted(WIDTH, chart.y, WIDTH, chart.y)
        + chart.out
        + "</svg>\n";
  }

  private void section(Section section) {
    List<Row> rows = shown(section);
    double longest =
        rows.stream().mapToDouble(row -> row.sample().orElseThrow().median()).max().orElse(1);
    text(0, section.id() + "  " + section.title(), "start", TEXT, " font-weight=\"600\"");
    y += TITLE;
    for (Row row : rows) {
      bar(row, longest, section.unit());
      y += LINE;
    }
    y += GAP;
  }

  /** The first of ours and every rival that took part. */
  private static List<Row> shown(Section section) {
    List<Row> shown = new ArrayList<>();
    for (Row row : section.rows()) {
      boolean firstOfOurs = row.ours() && shown.stream().noneMatch(Row::ours);
      if (row.sample().isPresent() && (firstOfOurs || !row.ours())) {
        shown.add(row);
      }
    }
    return shown;
  }

  private void bar(Row row, double longest, String unit) {
    double median = row.sample().orElseThrow().median();
    double length = Math.max(1, LONGEST * median / longest);
    String colour = row.ours() ? OURS : RIVAL;
    text(LEFT - 8, row.ours() ? "Glissade" : row.name(), "end", TEXT, "");
    out.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>\n",
            LEFT,
            y,
            length,
            BAR,
            colour));
    String value = Text.number(median) + " " + unit + times(row);
    text((int) (LEFT + length + 8), value, "start", row.ours() ? OURS : TEXT, "");
  }

  private static String times(Row row) {
    return row.ours() && row.ratio().isPresent()
        ? String.format(
            Locale.ROOT, ", %.1f times the best rival's speed", row.ratio().getAsDouble())
        : "";
  }

  private void text(int x, String text, String anchor, String colour, String more) {
    out.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>\n"
            .formatted(x, y + BASELINE, anchor, colour, more, escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
