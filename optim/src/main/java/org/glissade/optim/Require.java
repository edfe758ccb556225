package org.glissade.optim;

import org.glissade.spi.NumberType;
import org.glissade.spi.Range;

/** Checks arguments where they are given. */
final class Require {
  private Require() {}

  /**
   * @param what the transform and its argument, such as {@code clip-by-norm: max-norm}
   * @throws IllegalArgumentException unless the value is a number in the range
   */
  static void in(Range range, String what, double value) {
    if (!range.contains(value)) {
      throw new IllegalArgumentException(
          "%s must be %s, but was %s".formatted(what, new NumberType(range).describe(), value));
    }
  }
}
