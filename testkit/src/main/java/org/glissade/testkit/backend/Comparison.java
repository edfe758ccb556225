package org.glissade.testkit.backend;

import org.glissade.tensor.Shape;
import org.junit.jupiter.api.AssertionFailureBuilder;

/** Compares a tensor with the reference's. */
final class Comparison {
  private Comparison() {}

  /**
   * Fails unless every element is close enough. NaN must meet NaN, and an infinity the same
   * infinity.
   *
   * @param where program, run, backend and seed, for the message
   */
  static void check(String where, Accuracy accuracy, Result expected, Result actual) {
    double tolerance = accuracy.tolerance(expected.type(), expected.largest());
    for (int i = 0; i < expected.size(); i++) {
      double wanted = expected.value(i);
      double found = actual.value(i);
      boolean same = Double.compare(wanted, found) == 0 || wanted == found;
      if (!same && !(Math.abs(wanted - found) <= tolerance)) {
        AssertionFailureBuilder.assertionFailure()
            .message(
                "%s: %s %s differs at %s by %s, where %s (%s) is allowed"
                    .formatted(
                        where,
                        expected.what(),
                        expected.shape(),
                        place(i, expected.shape()),
                        Math.abs(wanted - found),
                        tolerance,
                        accuracy))
            .expected(wanted)
            .actual(found)
            .buildAndThrow();
      }
    }
  }

  private static String place(int i, Shape shape) {
    StringBuilder place = new StringBuilder("[");
    for (int axis = 0; axis < shape.rank(); axis++) {
      place.append(axis == 0 ? "" : ", ").append(i / shape.stride(axis) % shape.dim(axis));
    }
    return place.append(']').toString();
  }
}
