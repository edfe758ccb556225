package org.glissade.plan;

import org.glissade.tensor.Shape;

/**
 * A contiguous part of a slot, row by row.
 *
 * @param slot where it lies
 * @param offset of its first number in the slot
 * @param shape its axes
 */
public record View(Slot slot, int offset, Shape shape) {
  /** The whole of a slot under a shape. */
  public static View of(Slot slot, Shape shape) {
    return new View(slot, 0, shape);
  }

  /** The same numbers under other axes. */
  public View reshape(Shape other) {
    return new View(slot, offset, other);
  }

  @Override
  public String toString() {
    return offset == 0 && slot.size() == shape.size() ? slot.name() : slot.name() + "@" + offset;
  }
}
