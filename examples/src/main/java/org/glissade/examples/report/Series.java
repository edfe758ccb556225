package org.glissade.examples.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One line of a chart.
 *
 * @param name what is written at its end
 * @param style how it is drawn
 * @param points its points in ascending order of x; y may be infinite or NaN, which breaks the line
 * @param mark a place on it that is pointed out, if there is one
 */
record Series(String name, LineStyle style, List<Point> points, Optional<Mark> mark) {
  /** From so many points on a line is drawn smoothed, over its faint raw points. */
  private static final int NOISY = 60;

  private static final int WINDOWS = 40;

  record Point(double x, double y) {}

  /** A remark at the point that is nearest to {@code x}. */
  record Mark(double x, String text) {}

  Series {
    points = List.copyOf(points);
  }

  static Series of(String name, LineStyle style, Curve curve, Optional<Mark> mark) {
    return new Series(
        name,
        style,
        curve.points().stream().map(p -> new Point((double) p.step(), p.value())).toList(),
        mark);
  }

  /** The part up to {@code x}. */
  Series until(long x) {
    List<Point> part = points.stream().filter(point -> point.x() <= x).toList();
    return new Series(name, style, part, mark.filter(m -> m.x() <= x));
  }

  boolean noisy() {
    return points.size() >= NOISY;
  }

  /** The point that is nearest to the mark. */
  Point at(Mark mark) {
    return points.stream()
        .min((a, b) -> Double.compare(Math.abs(a.x() - mark.x()), Math.abs(b.x() - mark.x())))
        .orElseThrow();
  }

  /**
   * The points with the median of the finite values around each in the place of its own; the first
   * and those that are not finite stay.
   */
  List<Point> smoothed() {
    int reach = Math.max(1, points.size() / WINDOWS / 2);
    List<Point> smooth = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      int wide = Math.min(reach, i);
      int from = i - wide;
      int to = Math.min(points.size(), i + wide + 1);
      smooth.add(
          Double.isFinite(point.y())
              ? new Point(point.x(), median(points.subList(from, to)))
              : point);
    }
    return smooth;
  }

  private static double median(List<Point> around) {
    double[] values =
        around.stream().mapToDouble(Point::y).filter(Double::isFinite).sorted().toArray();
    return Arrays.stream(values).skip(values.length / 2).findFirst().orElseThrow();
  }
}
