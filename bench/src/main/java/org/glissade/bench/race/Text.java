package org.glissade.bench.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The report as tables for people. */
final class Text {
  private static final List<String> HEADER =
      List.of("", "setup", "median", "spread", "vs best rival", "share", "accuracy", "");
  private static final int NAME = 0;
  private static final int SETUP = 1;
  private static final int REMARK = 7;

  private Text() {}

  /** Environment first, then one table for each event. */
  static String of(Report report) {
    StringBuilder out = new StringBuilder();
    report.environment().forEach((name, value) -> out.append("%-16s %s%n".formatted(name, value)));
    report.sections().forEach(section -> append(out, section));
    return out.toString();
  }

  private static void append(StringBuilder out, Section section) {
    out.append("\n%s  %s, in %s%n".formatted(section.id(), section.title(), section.unit()));
    List<List<String>> lines = new ArrayList<>(List.of(HEADER));
    section.rows().forEach(row -> lines.add(cells(row)));
    int[] widths = new int[HEADER.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder(" ");
      for (int i = 0; i < widths.length; i++) {
        String padding = " ".repeat(widths[i] - line.get(i).length());
        boolean left = i == NAME || i == SETUP || i == REMARK;
        text.append(' ').append(left ? line.get(i) + padding : padding + line.get(i)).append(' ');
      }
      out.append(text.toString().stripTrailing()).append('\n');
    }
    section.notes().forEach(note -> out.append("  * ").append(note).append('\n'));
  }

  private static List<String> cells(Row row) {
    return List.of(
        row.name(),
        row.setup(),
        row.sample().map(sample -> number(sample.median())).orElse("-"),
        row.sample().map(sample -> spread(sample.spread())).orElse("-"),
        cell("%.2f x", row.ratio(), 1),
        cell("%.1f %%", row.share(), 100),
        cell("%.2f %%", row.accuracy(), 100),
        row.remark());
  }

  private static String spread(Sample.Interval spread) {
    return number(spread.low()) + " - " + number(spread.high());
  }

  private static String cell(String format, OptionalDouble value, double factor) {
    return value.isPresent()
        ? String.format(Locale.ROOT, format, factor * value.getAsDouble())
        : "";
  }

  /** Four digits, or all before the point. */
  static String number(double value) {
    int before = value < 1 ? 1 : (int) Math.log10(value) + 1;
    int digits = Math.max(0, 4 - before);
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
