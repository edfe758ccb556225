package org.glissade.testkit.backend;

import org.glissade.data.Field;
import org.glissade.tensor.Shape;

/** Makes fields for inputs. */
final class Data {
  private Data() {}

  /** Floats of one kind under a shape whose first axis counts the examples. */
  static Field of(Shape shape, Values kind, long seed) {
    return of(shape, kind.floats(shape.size(), seed));
  }

  static Field of(Shape shape, float... values) {
    return Field.f32(example(shape), values);
  }

  /** The shape of one example. */
  static Shape example(Shape shape) {
    return new Shape(shape.dims().subList(Math.min(1, shape.rank()), shape.rank()));
  }
}
