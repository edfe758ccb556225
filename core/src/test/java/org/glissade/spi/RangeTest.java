package org.glissade.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RangeTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void boundsAreInOrOutAsTheirNamesSay() {
    assertHolds(Range.above(0), "> 0", Double.MIN_VALUE, 0);
    assertHolds(Range.atLeast(0), ">= 0", 0, -Double.MIN_VALUE);
    assertHolds(Range.below(1.5), "< 1.5", Math.nextDown(1.5), 1.5);
    assertHolds(Range.atMost(1.5), "<= 1.5", 1.5, Math.nextUp(1.5));
    assertHolds(Range.closed(-1, 1), "in [-1, 1]", -1, Math.nextDown(-1.0));
    assertHolds(Range.closed(-1, 1), "in [-1, 1]", 1, Math.nextUp(1.0));
    assertHolds(Range.open(0, 1), "in (0, 1)", Math.nextDown(1.0), 1);
    assertHolds(Range.open(0, 1), "in (0, 1)", Double.MIN_VALUE, 0);
    assertHolds(Range.closedOpen(0, 1), "in [0, 1)", 0, 1);
    assertHolds(Range.openClosed(0, 1), "in (0, 1]", 1, 0);
    assertHolds(Range.closed(2, 2), "in [2, 2]", 2, 3);
    assertHolds(Range.any(), "", -Double.MAX_VALUE, INFINITY);
    assertHolds(Range.atLeastOrInfinite(1), ">= 1 or inf", INFINITY, Math.nextDown(1.0));
    assertHolds(Range.atLeastOrInfinite(1), ">= 1 or inf", 1, Double.NaN);
    assertHolds(Range.aboveOrInfinite(1), "> 1 or inf", INFINITY, 1);
  }

  @Test
  void whatIsNotFiniteIsInNone() {
    for (double x : new double[] {Double.NaN, INFINITY, -INFINITY}) {
      for (Range range : List.of(Range.any(), Range.above(0), Range.atMost(0))) {
        assertFalse(range.contains(x), range + " and " + x);
      }
    }
  }

  @Test
  void emptyRangesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Range.closed(1, 0));
    assertThrows(IllegalArgumentException.class, () -> Range.open(1, 1));
    assertThrows(IllegalArgumentException.class, () -> Range.closedOpen(1, 1));
    assertThrows(IllegalArgumentException.class, () -> Range.above(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Range.above(INFINITY));
  }

  private static void assertHolds(Range range, String text, double in, double out) {
    assertEquals(text, range.toString());
    assertTrue(range.contains(in), range + " holds " + in);
    assertFalse(range.contains(out), range + " does not hold " + out);
  }
}
