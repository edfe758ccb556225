package org.glissade.plan;

/**
 * How a step touches a slot.
 *
 * @param slot what it touches
 * @param writes whether it writes there
 * @param ownRows whether the share of the step that computes some rows touches only those rows; if
 *     not, it may touch all
 */
record Use(Slot slot, boolean writes, boolean ownRows) {
  static Use reads(Slot slot, boolean ownRows) {
    return new Use(slot, false, ownRows);
  }

  static Use writes(Slot slot, boolean ownRows) {
    return new Use(slot, true, ownRows);
  }
}
