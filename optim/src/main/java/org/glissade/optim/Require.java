package org.glissade.optim;

import org.glissade.spi.IntegerType;
import org.glissade.spi.NumberType;
import org.glissade.spi.Range;
import org.glissade.spi.SettingType;

/** Checks arguments where they are given, in the words in which the text form refuses them. */
public final class Require {
  private Require() {}

  /**
   * Refuses a number that is not in a range.
   *
   * @param what the transform and its argument, such as {@code clip-by-norm: max-norm}
   * @throws IllegalArgumentException unless the value is a number in the range
   */
  public static void in(Range range, String what, double value) {
    if (!range.contains(value)) {
      throw mistake(what, new NumberType(range), value);
    }
  }

  /** As above for an integer. */
  public static void in(Range range, String what, int value) {
    if (!range.contains(value)) {
      throw mistake(what, new IntegerType(range), value);
    }
  }

  private static IllegalArgumentException mistake(
      String what, SettingType<?> expected, Object found) {
    return new IllegalArgumentException(
        "%s must be %s, but was %s".formatted(what, expected.describe(), found));
  }
}
