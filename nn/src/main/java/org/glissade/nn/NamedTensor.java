package org.glissade.nn;

import org.glissade.tensor.Shape;

/** Numbers that stand under a name by which a later run, or another program, finds them again. */
public final class NamedTensor {
  private final Shape shape;
  private final double[] values;

  /**
   * A tensor over an array, which is not copied.
   *
   * @param shape the axes
   * @param values the numbers, in C order; floats as the doubles that they are
   */
  public NamedTensor(Shape shape, double[] values) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(
          "%d numbers do not fill the shape %s".formatted(values.length, shape));
    }
    this.shape = shape;
    this.values = values;
  }

  /** The axes. */
  public Shape shape() {
    return shape;
  }

  /** The numbers, in C order. */
  public double[] values() {
    return values;
  }

  /** The shape; not the numbers. */
  @Override
  public String toString() {
    return "tensor " + shape;
  }
}
