package org.glissade.examples.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds places for labels beside what they name: none covers another, and above stays above. */
final class Labels {
  static final double LINE_HEIGHT = 16;
  private static final double CHARACTER = 8.2;
  private static final int ROUNDS = 200;

  /**
   * A label beside what it names.
   *
   * @param text what it says
   * @param colour its colour
   * @param pointX where what it names is
   * @param pointY where what it names is
   * @param x where the text begins
   * @param y the middle of the text
   */
  record Label(String text, String colour, double pointX, double pointY, double x, double y) {
    /** Whether the text is so far from its point that a line should lead there. */
    boolean moved() {
      return Math.abs(y - pointY) > LINE_HEIGHT / 3;
    }

    private Label at(double newY) {
      return new Label(text, colour, pointX, pointY, x, newY);
    }

    private boolean sharesColumn(Label other) {
      return x < other.end() && other.x < end();
    }

    private double end() {
      return x + width(text);
    }
  }

  private Labels() {}

  /** About how wide a text is. */
  static double width(String text) {
    return CHARACTER * text.length();
  }

  /**
   * The same labels with middles within {@code top}..{@code bottom}, moved apart as little as it
   * takes.
   */
  static List<Label> place(List<Label> wanted, double top, double bottom) {
    List<Label> labels = new ArrayList<>(wanted);
    labels.sort(Comparator.comparingDouble(Label::pointY));
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < labels.size(); i++) {
        for (int j = i + 1; j < labels.size(); j++) {
          separate(labels, i, j);
        }
      }
      labels.replaceAll(label -> label.at(Math.max(top, Math.min(bottom, label.y()))));
    }
    return labels;
  }

  private static void separate(List<Label> labels, int upper, int lower) {
    Label above = labels.get(upper);
    Label below = labels.get(lower);
    double lack = LINE_HEIGHT - (below.y() - above.y());
    if (lack > 0 && above.sharesColumn(below)) {
      labels.set(upper, above.at(above.y() - lack / 2));
      labels.set(lower, below.at(below.y() + lack / 2));
    }
  }
}
