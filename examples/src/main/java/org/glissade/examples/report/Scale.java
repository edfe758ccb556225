package org.glissade.examples.report;

import java.util.List;

/** Where on an axis a value lies. */
sealed interface Scale permits LinearScale, LogScale {
  /**
   * The place of a value, 0 at the low end of the axis and 1 at its high end; NaN if the value has
   * no place.
   */
  double place(double value);

  /** What is written at the axis, in ascending order. */
  List<Tick> ticks();

  /** A label at a place in 0..1. */
  record Tick(double place, String label) {}
}
