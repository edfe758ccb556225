package org.glissade.cpu;

/**
 * Walks over an iteration in C order, in runs along its last axis, and knows where the element at
 * hand lies in a strided tensor. One belongs to one worker's tile; it is made anew for each tile
 * from its start, without allocation.
 */
final class Odometer {
  private final int[] dims;
  private final int[] strides;

  Odometer(int[] dims, int[] strides) {
    this.dims = dims;
    this.strides = strides;
  }

  /** Where the element that is number {@code linear} in C order lies. */
  int at(int linear) {
    int rest = linear;
    int position = 0;
    for (int d = dims.length - 1; d >= 0; d--) {
      position += rest % dims[d] * strides[d];
      rest /= dims[d];
    }
    return position;
  }

  /** The index along an axis of the element that is number {@code linear} in C order. */
  int along(int axis, int linear) {
    int inner = 1;
    for (int d = axis + 1; d < dims.length; d++) {
      inner *= dims[d];
    }
    return linear / inner % dims[axis];
  }

  /** Elements from {@code linear} to the end of its run along the last axis. */
  int run(int linear) {
    return dims.length == 0 ? 1 : dims[dims.length - 1] - linear % dims[dims.length - 1];
  }

  /** How many axes the iteration has. */
  int rank() {
    return dims.length;
  }

  /** How far neighbours along the last axis lie apart. */
  int step() {
    return dims.length == 0 ? 0 : strides[strides.length - 1];
  }
}
