package org.glissade.examples.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of aligned cells, two spaces apart. A cell that is too long for its column goes on in the
 * next line, broken at a space that no percent sign follows, or else after a comma, bar, slash or
 * hyphen.
 */
final class TextGrid {
  private static final String GAP = "  ";
  private static final String BREAK_AFTER = ",|/-";

  private final int[] widths;
  private final List<Boolean> toTheRight;

  private TextGrid(int[] widths, List<Boolean> toTheRight) {
    this.widths = widths;
    this.toTheRight = toTheRight;
  }

  /**
   * A grid in which all rows have room within {@code width}: columns take what they need, and the
   * widest give way first, none below its longest word of the first row.
   */
  static TextGrid fit(List<List<String>> rows, List<Boolean> toTheRight, int width) {
    int[] least = rows.get(0).stream().mapToInt(TextGrid::longestWord).toArray();
    int[] widths = least.clone();
    for (List<String> row : rows.subList(1, rows.size())) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    TextGrid grid = new TextGrid(widths, toTheRight);
    while (grid.width() > width) {
      int widest =
          IntStream.range(0, widths.length)
              .filter(i -> widths[i] > least[i])
              .reduce(-1, (a, b) -> a >= 0 && widths[a] >= widths[b] ? a : b);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return grid;
  }

  int width() {
    return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
  }

  void appendRow(StringBuilder out, List<String> cells) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      wrapped.add(wrap(cells.get(i), widths[i]));
      height = Math.max(height, wrapped.get(i).size());
    }
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        List<String> lines = wrapped.get(i);
        String part = line < lines.size() ? lines.get(line) : "";
        String padding = " ".repeat(widths[i] - part.length());
        text.append(i == 0 ? "" : GAP);
        text.append(toTheRight.get(i) ? padding + part : part + padding);
      }
      out.append(text.toString().stripTrailing()).append('\n');
    }
  }

  /** The text in lines of at most {@code width} characters. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > width) {
      int end = breakAt(rest, width);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  private static int breakAt(String text, int width) {
    int space = text.lastIndexOf(' ', width);
    while (space > 0 && text.startsWith("%", space + 1)) {
      space = text.lastIndexOf(' ', space - 1);
    }
    if (space > 0) {
      return space;
    }
    for (int end = width; end > 1; end--) {
      if (BREAK_AFTER.indexOf(text.charAt(end - 1)) >= 0) {
        return end;
      }
    }
    return width;
  }

  private static int longestWord(String text) {
    return List.of(text.split(" ")).stream().mapToInt(String::length).max().orElse(1);
  }
}
