package org.glissade.testkit.transform;

import java.util.SortedMap;
import java.util.function.IntPredicate;
import org.glissade.tensor.Layout;
import org.junit.jupiter.api.AssertionFailureBuilder;
import org.junit.jupiter.api.Assertions;

/** Compares flat values, and says at which element of which parameter they differ. */
final class Compare {
  private Compare() {}

  /** Fails unless all bits are equal. */
  static void bits(String where, double[] expected, double[] actual) {
    bits(where, expected, actual, i -> true);
  }

  /** Fails unless the bits of some elements are equal. */
  static void bits(String where, double[] expected, double[] actual, IntPredicate at) {
    for (int i = 0; i < expected.length; i++) {
      if (at.test(i) && Double.compare(expected[i] + 0.0, actual[i] + 0.0) != 0) {
        fail(where, i, expected[i], actual[i], 0);
      }
    }
  }

  /**
   * Fails unless each element is equal up to rounding: within a part of itself, and within a
   * thousandth of that part of the largest of its parameter.
   */
  static void close(String where, double part, double[] expected, double[] actual) {
    compare(
        where,
        expected,
        actual,
        (i, largest) -> part * Math.max(Math.abs(expected[i]), largest / 1000));
  }

  /**
   * Fails unless each element is equal within a part of the largest of its parameter, as floats, or
   * within what it may be off for another reason.
   */
  static void floats(String where, double part, double[] expected, double[] actual, double[] blur) {
    compare(
        where,
        expected,
        actual,
        (i, largest) -> Math.max(Math.max(part * largest, blur[i]), 4 * Float.MIN_VALUE));
  }

  private interface Tolerance {
    /** What is allowed at element i, where the largest of its parameter is given. */
    double of(int i, double largest);
  }

  private static void compare(
      String where, double[] expected, double[] actual, Tolerance tolerance) {
    Layout layout = Samples.LAYOUT;
    for (int p = 0; p < layout.parameters().size(); p++) {
      double largest = 0;
      for (int i = layout.offset(p); i < layout.offset(p) + layout.length(p); i++) {
        largest = Math.max(largest, Double.isFinite(expected[i]) ? Math.abs(expected[i]) : 0);
      }
      for (int i = layout.offset(p); i < layout.offset(p) + layout.length(p); i++) {
        double allowed = tolerance.of(i, largest);
        boolean same = Double.compare(expected[i] + 0.0, actual[i] + 0.0) == 0;
        if (!same && !(Math.abs(expected[i] - actual[i]) <= allowed)) {
          fail(where, i, expected[i], actual[i], allowed);
        }
      }
    }
  }

  /** Fails unless two snapshots hold the same bits. */
  static void snapshots(
      String where, SortedMap<String, double[]> expected, SortedMap<String, double[]> actual) {
    Assertions.assertEquals(expected.keySet(), actual.keySet(), where + ": variables");
    expected.forEach(
        (key, values) ->
            Assertions.assertArrayEquals(values, actual.get(key), where + ": variable " + key));
  }

  private static void fail(String where, int i, double expected, double actual, double tolerance) {
    AssertionFailureBuilder.assertionFailure()
        .message("%s, at %s, tolerance %s".formatted(where, place(i), tolerance))
        .expected(expected)
        .actual(actual)
        .buildAndThrow();
  }

  /** For people: {@code dense-1/weight [3, 17] element 20}. */
  static String place(int i) {
    Layout layout = Samples.LAYOUT;
    for (int p = layout.parameters().size() - 1; p >= 0; p--) {
      if (i >= layout.offset(p)) {
        return "%s element %d".formatted(layout.parameters().get(p), i - layout.offset(p));
      }
    }
    return "element " + i;
  }
}
