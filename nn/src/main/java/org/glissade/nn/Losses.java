package org.glissade.nn;

import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.glissade.tensor.Tensor;

/** Brings targets to the shape that a loss needs. */
final class Losses {
  private Losses() {}

  /** One target for each row of the outputs, [n, 1]. */
  static Tensor column(String loss, String what, Tensor output, Tensor targets) {
    Shape shape = output.shape();
    if (shape.rank() != 2 || targets.shape().size() != shape.dim(0)) {
      throw mismatch(loss, "outputs [n, classes] and " + what + " for each", output, targets);
    }
    return targets.toFloat().reshape(Shape.of(shape.dim(0), 1));
  }

  /** As many targets as outputs, in the shape of the outputs. */
  static Tensor like(String loss, Tensor output, Tensor targets) {
    if (targets.shape().size() != output.shape().size()) {
      throw mismatch(loss, "one target for each output", output, targets);
    }
    return targets.toFloat().reshape(output.shape());
  }

  /** The mean over all axes but the first, [n]. */
  static Tensor meanOfExample(Tensor values) {
    int examples = values.shape().dim(0);
    return values
        .reshape(Shape.of(examples, values.shape().size() / examples))
        .mean(-1)
        .reshape(Shape.of(examples));
  }

  private static ShapeException mismatch(
      String loss, String needed, Tensor output, Tensor targets) {
    return new ShapeException(
        ("The loss, %s, takes %s, but the outputs have shape %s and the targets %s:"
                + " change the last layer or the data set")
            .formatted(loss, needed, output.shape(), targets.shape()));
  }
}
