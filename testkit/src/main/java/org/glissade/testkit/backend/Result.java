package org.glissade.testkit.backend;

import org.glissade.tensor.DType;
import org.glissade.tensor.Shape;

/** A tensor after a run. */
final class Result {
  private final String what;
  private final DType type;
  private final Shape shape;
  private final double[] values;

  /**
   * A tensor.
   *
   * @param what for messages, such as {@code output y}
   * @param values its numbers, floats widened
   */
  Result(String what, DType type, Shape shape, double[] values) {
    this.what = what;
    this.type = type;
    this.shape = shape;
    this.values = values;
  }

  String what() {
    return what;
  }

  DType type() {
    return type;
  }

  Shape shape() {
    return shape;
  }

  int size() {
    return values.length;
  }

  /** One number, rounded to the type. */
  double value(int i) {
    return type == DType.F64 ? values[i] : (float) values[i];
  }

  /** The largest finite magnitude; 0 if there is none. */
  double largest() {
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      double magnitude = Math.abs(value(i));
      largest = Double.isFinite(magnitude) ? Math.max(largest, magnitude) : largest;
    }
    return largest;
  }
}
