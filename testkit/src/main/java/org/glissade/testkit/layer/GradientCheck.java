package org.glissade.testkit.layer;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.junit.jupiter.api.AssertionFailureBuilder;

/**
 * Compares gradients with central differences, (f(v + h) - f(v - h)) / 2h in double. Where one does
 * not fit another h is tried, since a kink may lie between the two points.
 */
final class GradientCheck {
  private static final double[] STEPS = {1e-5, 1e-7};
  private static final double TOLERANCE = 1e-6;
  private static final int TRIED = 40;
  private static final int[] BATCHES = {1, 3};

  private GradientCheck() {}

  /** Fails unless the gradients by the input and by every parameter are right. */
  static void check(Tested tested, boolean training) {
    for (int batch : BATCHES) {
      try (Rig rig = new Rig(tested, training, batch)) {
        check(tested, rig, training ? "training" : "evaluation");
      }
    }
  }

  private static void check(Tested tested, Rig rig, String mode) {
    Layout layout = rig.layout();
    double[] values = Inputs.moved(layout, rig.values());
    rig.run(values);
    double[] gradients = rig.gradients();
    for (int p = 0; p < layout.parameters().size(); p++) {
      int begin = layout.offset(p);
      int length = layout.length(p);
      double largest =
          IntStream.range(begin, begin + length)
              .mapToDouble(i -> Math.abs(gradients[i]))
              .max()
              .orElse(0);
      double tolerance = TOLERANCE * Math.max(1, largest);
      for (int element : elements(length)) {
        int i = begin + element;
        double found = nearest(rig, values, i, gradients[i]);
        if (!(Math.abs(found - gradients[i]) <= tolerance)) {
          fail(tested, mode, layout.parameters().get(p), element, tolerance, found, gradients[i]);
        }
      }
    }
  }

  private static int[] elements(int length) {
    return length <= TRIED
        ? IntStream.range(0, length).toArray()
        : new SplittableRandom(length).ints(TRIED, 0, length).distinct().toArray();
  }

  /** The difference quotient that comes nearest to a gradient. */
  private static double nearest(Rig rig, double[] values, int i, double gradient) {
    double best = Double.NaN;
    for (double step : STEPS) {
      double quotient = quotient(rig, values, i, step * Math.max(1, Math.abs(values[i])));
      boolean nearer = Math.abs(quotient - gradient) < Math.abs(best - gradient);
      best = Double.isNaN(best) || nearer ? quotient : best;
    }
    return best;
  }

  private static double quotient(Rig rig, double[] values, int i, double step) {
    double[] moved = values.clone();
    moved[i] = values[i] + step;
    rig.run(moved);
    double above = rig.loss();
    moved[i] = values[i] - step;
    rig.run(moved);
    return (above - rig.loss()) / (2 * step);
  }

  private static void fail(
      Tested tested,
      String mode,
      Parameter parameter,
      int element,
      double tolerance,
      double expected,
      double actual) {
    AssertionFailureBuilder.assertionFailure()
        .message(
            "%s, %s: the gradient by %s element %d differs from the central difference,"
                    .formatted(tested, mode, parameter, element)
                + " tolerance "
                + tolerance)
        .expected(expected)
        .actual(actual)
        .buildAndThrow();
  }
}
