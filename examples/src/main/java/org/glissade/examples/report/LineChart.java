package org.glissade.examples.report;

import static org.glissade.examples.report.Markup.coordinate;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines over two axes, drawn as SVG in a box of fixed size that a page scales.
 *
 * @param description what the chart shows, for those who do not see it
 * @param xTitle what the horizontal axis counts
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the lines, each named at its end
 */
record LineChart(String description, String xTitle, Scale x, Scale y, List<Series> series) {
  private static final double WIDTH = 460;
  private static final double HEIGHT = 280;
  private static final double LEFT = 58;
  private static final double RIGHT = WIDTH - 126;
  private static final double TOP = 14;
  private static final double BOTTOM = HEIGHT - 42;
  private static final double DISTANCE = 9;
  private static final int LONGEST_NAME = 13;

  LineChart {
    series = List.copyOf(series);
  }

  void writeTo(Markup svg) {
    String box = "0 0 " + pair(WIDTH, HEIGHT);
    svg.open("svg", "viewBox", box, "role", "img", "aria-label", description);
    axes(svg);
    List<Labels.Label> labels = new ArrayList<>();
    series.stream().filter(Series::noisy).forEach(s -> path(svg, s, s.points(), "faint"));
    for (Series s : series) {
      path(svg, s, s.noisy() ? s.smoothed() : s.points(), "line");
      if (s.points().size() <= 20) {
        dots(svg, s);
      }
      name(s, labels);
    }
    series.forEach(s -> s.mark().ifPresent(mark -> mark(svg, s, mark, labels)));
    Labels.place(labels, TOP, BOTTOM - 4).forEach(label -> write(svg, label));
    svg.close().newline();
  }

  private double px(double value) {
    return LEFT + (RIGHT - LEFT) * x.place(value);
  }

  /** The vertical coordinate, NaN where a value has no place. */
  private double py(double value) {
    return BOTTOM - (BOTTOM - TOP) * y.place(value);
  }

  private void axes(Markup svg) {
    for (Scale.Tick tick : y.ticks()) {
      double at = BOTTOM - (BOTTOM - TOP) * tick.place();
      line(svg, "grid", LEFT, at, RIGHT, at);
      text(svg, tick.label(), LEFT - 6, at, "end");
    }
    for (Scale.Tick tick : x.ticks()) {
      double at = LEFT + (RIGHT - LEFT) * tick.place();
      line(svg, "axis", at, BOTTOM, at, BOTTOM + 4);
      text(svg, tick.label(), at, BOTTOM + 14, "middle");
    }
    line(svg, "axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    text(svg, xTitle, (LEFT + RIGHT) / 2, BOTTOM + 31, "middle");
  }

  private void path(Markup svg, Series s, List<Series.Point> points, String kind) {
    StringBuilder data = new StringBuilder();
    boolean down = false;
    for (Series.Point point : points) {
      double at = py(point.y());
      if (Double.isNaN(at)) {
        down = false;
        continue;
      }
      data.append(down ? "L" : "M").append(pair(px(point.x()), at)).append(down ? "" : "h0");
      down = true;
    }
    if (data.length() > 0) {
      String colour = s.style().colour();
      String dashes = kind.equals("line") ? s.style().dashes() : "none";
      svg.open("g", "class", kind, "stroke", colour, "stroke-dasharray", dashes);
      svg.empty("path", "d", data.toString()).close();
    }
  }

  private void dots(Markup svg, Series s) {
    for (Series.Point point : s.points()) {
      if (!Double.isNaN(py(point.y()))) {
        String cx = coordinate(px(point.x()));
        String cy = coordinate(py(point.y()));
        svg.empty("circle", "cx", cx, "cy", cy, "r", "3", "fill", s.style().colour());
      }
    }
  }

  private void name(Series s, List<Labels.Label> labels) {
    List<Series.Point> line = s.noisy() ? s.smoothed() : s.points();
    line.stream()
        .filter(point -> !Double.isNaN(py(point.y())))
        .reduce((first, second) -> second)
        .ifPresent(end -> labels.add(label(brief(s.name()), s, px(end.x()), py(end.y()))));
  }

  /** A cross on the line; at the top of the chart if the value there is not finite. */
  private void mark(Markup svg, Series s, Series.Mark mark, List<Labels.Label> labels) {
    if (s.points().isEmpty()) {
      return;
    }
    Series.Point point = s.at(mark);
    double atX = px(point.x());
    double atY = Double.isNaN(py(point.y())) ? TOP : py(point.y());
    String cross = "M" + pair(atX - 5, atY - 5) + "l10 10m0 -10l-10 10";
    svg.empty("path", "class", "mark", "d", cross, "stroke", s.style().colour());
    labels.add(label(mark.text(), s, atX, atY));
  }

  /** A label to the right of a point, or to its left where there is no room. */
  private static Labels.Label label(String text, Series s, double x, double y) {
    double width = Labels.width(text);
    double begin = x + DISTANCE + width <= WIDTH ? x + DISTANCE : x - DISTANCE - width;
    return new Labels.Label(text, s.style().colour(), x, y, begin, y);
  }

  private static void write(Markup svg, Labels.Label label) {
    if (label.moved()) {
      double side = Math.signum(label.x() - label.pointX());
      double end = side > 0 ? label.x() - 1 : label.x() + Labels.width(label.text()) + 1;
      line(svg, "leader", label.pointX() + 2 * side, label.pointY(), end, label.y());
    }
    svg.open("g", "class", "name", "fill", label.colour());
    text(svg, label.text(), label.x(), label.y(), "start");
    svg.close();
  }

  private static void line(Markup svg, String kind, double x1, double y1, double x2, double y2) {
    svg.empty("path", "class", kind, "d", "M" + pair(x1, y1) + "L" + pair(x2, y2));
  }

  private static void text(Markup svg, String text, double x, double y, String anchor) {
    String middle = coordinate(y + 4.5);
    svg.element("text", text, "x", coordinate(x), "y", middle, "text-anchor", anchor);
  }

  private static String pair(double x, double y) {
    return coordinate(x) + " " + coordinate(y);
  }

  private static String brief(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
