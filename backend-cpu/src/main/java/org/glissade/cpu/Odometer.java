package org.glissade.cpu;

import java.util.Arrays;

/**
 * Walks over an iteration in C order, in runs along its last axis, and knows where the element at
 * hand lies in a strided tensor. One belongs to one worker's tile; it is made anew for each tile
 * from its start, without allocation.
 */
final class Odometer {
  private final int[] dims;
  private final int[] strides;

  private Odometer(int[] dims, int[] strides) {
    this.dims = dims;
    this.strides = strides;
  }

  /**
   * The same walk with as few axes as possible: neighbours along which the tensor lies in one piece
   * become one, and axes of length 1 go.
   *
   * @param fixed an axis that stays by itself; -1 if there is none
   */
  static Odometer merged(int[] dims, int[] strides, int fixed) {
    int[] lengths = new int[dims.length];
    int[] steps = new int[dims.length];
    int count = 0;
    int last = -1;
    for (int d = 0; d < dims.length; d++) {
      if (dims[d] == 1) {
        continue;
      }
      boolean alone = count == 0 || d == fixed || last == fixed;
      last = d;
      if (!alone && steps[count - 1] == strides[d] * dims[d]) {
        lengths[count - 1] *= dims[d];
        steps[count - 1] = strides[d];
      } else {
        lengths[count] = dims[d];
        steps[count++] = strides[d];
      }
    }
    return new Odometer(Arrays.copyOf(lengths, count), Arrays.copyOf(steps, count));
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

  /** Elements from {@code linear} to the end of its run along the last axis. */
  int run(int linear) {
    return dims.length == 0 ? 1 : dims[dims.length - 1] - linear % dims[dims.length - 1];
  }

  /** How far neighbours along the last axis lie apart. */
  int step() {
    return dims.length == 0 ? 0 : strides[strides.length - 1];
  }
}
