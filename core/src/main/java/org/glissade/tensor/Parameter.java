package org.glissade.tensor;

/**
 * A tensor that training changes.
 *
 * @param path its name in the model, such as {@code dense-1/weight}
 * @param layer the path of the layer instance that declared it, such as {@code dense-1}
 * @param shape its axes
 * @param kind what it is to its layer
 * @param unitAxis the axis along which its output units lie, or {@link #NO_UNITS}
 * @param initializer its first values
 */
public record Parameter(
    String path, String layer, Shape shape, Kind kind, int unitAxis, Initializer initializer) {
  /** The unit axis of a parameter that has no output units: the whole of it is one unit. */
  public static final int NO_UNITS = -1;

  /** Checks that the unit axis exists. */
  public Parameter {
    if (unitAxis != NO_UNITS && (unitAxis < 0 || unitAxis >= shape.rank())) {
      throw new IllegalArgumentException(
          "Parameter %s has shape %s and no axis %d to hold its units"
              .formatted(path, shape, unitAxis));
    }
  }

  /** How many output units it has; 1 without a unit axis. */
  public int units() {
    return unitAxis == NO_UNITS ? 1 : shape.dim(unitAxis);
  }

  /** The elements between two neighbouring units. */
  public int unitStride() {
    return unitAxis == NO_UNITS ? shape.size() : shape.stride(unitAxis);
  }

  /** The unit that an element belongs to, elements counted in C order. */
  public int unitOf(int element) {
    return element / unitStride() % units();
  }

  /** Inputs of one output unit: what He, Xavier and LeCun initialisation scale by. */
  public int fanIn() {
    return shape.size() / units();
  }

  /** Outputs that one input reaches. */
  public int fanOut() {
    return units();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameter that && path.equals(that.path) && shape.equals(that.shape);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return path + " " + shape;
  }
}
