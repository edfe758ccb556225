package org.glissade.examples.report;

import java.util.List;

/**
 * A quantity by step, sampled, in ascending order of steps.
 *
 * @param points the samples; values may be infinite or NaN
 */
public record Curve(List<Point> points) {
  /**
   * One sample.
   *
   * @param step the step, from 1
   * @param value what was measured in it
   */
  public record Point(long step, double value) {}

  public Curve {
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).step() <= points.get(i - 1).step()) {
        throw new IllegalArgumentException(
            "steps of a curve must ascend, got %d after %d"
                .formatted(points.get(i).step(), points.get(i - 1).step()));
      }
    }
  }
}
