package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;

/** Checks what thresholds that set themselves have in common. */
final class Thresholds {
  private Thresholds() {}

  /** Refuses elements, which keep no history of their own. */
  static void groups(String who, Extent extent) {
    if (extent == Extent.ELEMENT) {
      throw new IllegalArgumentException(
          who
              + ": extent must be one of unit, parameter, layer, group, global, but was element:"
              + " no history is kept of single elements");
    }
  }

  /** Refuses a window that is too short or too long. */
  static void window(String who, int window) {
    Require.in(Range.closed(2, Window.LONGEST), who + ": window", window);
  }

  /** Refuses a warm-up that its window cannot see. */
  static void warmup(String who, int warmup, int window) {
    Require.in(Range.closed(2, window), who + ": warmup", warmup);
  }
}
