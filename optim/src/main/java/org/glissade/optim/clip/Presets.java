package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.spi.Range;

/** Checks two bounds of one preset. */
final class Presets {
  private Presets() {}

  /** Refuses a lower bound that is not above 0, and an upper one that is not above the lower. */
  static void check(String who, String low, double lower, String high, double upper) {
    Require.in(Range.above(0), who + ": " + low, lower);
    Require.in(Range.any(), who + ": " + high, upper);
    if (upper <= lower) {
      throw new IllegalArgumentException(
          "%s: %s must be above %s (%s), but was %s".formatted(who, high, low, lower, upper));
    }
  }
}
