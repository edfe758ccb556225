package org.glissade.tensor;

import org.glissade.spi.Range;
import org.jspecify.annotations.Nullable;

/**
 * Something that outlives a step: it lies in the Store under its key, a step reads what it was
 * before, and an {@link Effect} gives it its next value.
 *
 * @param key its name in the Store, by which checkpoints find it again
 * @param role what it is for
 * @param space where its numbers stand
 * @param shape its axes
 * @param initial its value before the first step; null for the parameters, which have initialisers
 * @param range what a setting may be changed to
 */
public record Variable(
    String key, Role role, Space space, Shape shape, @Nullable Tensor initial, Range range) {
  /** The key of the flat buffer of all parameters. */
  public static final String PARAMETERS = "parameters";

  /** What a variable is for. */
  public enum Role {
    /** The parameters, as one flat buffer. */
    PARAMETERS,
    /** What a gradient transform remembers. */
    STATE,
    /** What a layer remembers that no gradient changes. */
    BUFFER,
    /** Counts steps. */
    COUNTER,
    /** A number that the user may change between steps. */
    SETTING,
    /** Where the reading of the data stands: the host sets it, and no snapshot holds it. */
    CURSOR
  }

  /** One that takes every number. */
  public Variable(String key, Role role, Space space, Shape shape, @Nullable Tensor initial) {
    this(key, role, space, shape, initial, Range.anyOrInfinite());
  }

  /** The flat buffer of the parameters of a layout. */
  public static Variable parameters(Layout layout) {
    Shape shape = Shape.of(layout.size());
    return new Variable(PARAMETERS, Role.PARAMETERS, Space.FLAT, shape, null);
  }

  /**
   * The type in which its numbers are kept: float for each element, double for what stands alone.
   */
  public DType type() {
    return space == Space.FLAT || space == Space.DENSE ? DType.F32 : DType.F64;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Variable that && key.equals(that.key) && shape.equals(that.shape);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return key;
  }
}
