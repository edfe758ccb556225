package org.glissade.backend;

import java.util.Map;
import java.util.TreeMap;
import org.glissade.data.Field;
import org.glissade.tensor.Op;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;

/** The data that the host bound to a session, by input name. */
public final class BoundInputs {
  private final Map<String, Field> fields = new TreeMap<>();

  /** Binds data to a name, in place of what was bound to it. */
  public void bind(String name, Field data) {
    fields.put(name, data);
  }

  /**
   * The data behind an input of a program. Its first axis counts the examples; a flat input takes
   * as many numbers as the layout has, under any shape. Allocates nothing where the data fits.
   *
   * @throws IllegalStateException if nothing is bound, or data of another shape or type
   */
  public Field of(Tensor input) {
    String name = ((Op.Input) input.op()).name();
    Field field = fields.get(name);
    if (field == null) {
      throw new IllegalStateException(
          "Input %s is not bound: bind %s to it before the program runs (bound: %s)"
              .formatted(
                  name,
                  needed(input),
                  fields.isEmpty() ? "nothing" : String.join(", ", fields.keySet())));
    }
    if (field.type() != input.type() || !fits(field, input)) {
      throw new IllegalStateException(
          "Input %s needs %s, but %s is bound to it: bind data of this type and shape"
              .formatted(name, needed(input), field));
    }
    return field;
  }

  private static boolean fits(Field field, Tensor input) {
    Shape shape = input.shape();
    Shape example = field.example();
    if (input.space() == Space.FLAT) {
      return (long) field.count() * example.size() == shape.size();
    }
    if (shape.rank() == 0) {
      return field.count() == 1 && example.rank() == 0;
    }
    boolean same = shape.rank() == example.rank() + 1 && shape.dim(0) == field.count();
    for (int axis = 1; same && axis < shape.rank(); axis++) {
      same = shape.dim(axis) == example.dim(axis - 1);
    }
    return same;
  }

  private static String needed(Tensor input) {
    Shape shape = input.shape();
    int count = shape.rank() == 0 ? 1 : shape.dim(0);
    return count
        + " x "
        + input.type()
        + shape.dims().subList(Math.min(1, shape.rank()), shape.rank());
  }
}
