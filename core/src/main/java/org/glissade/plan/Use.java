package org.glissade.plan;

/**
 * How a step touches a part of a slot.
 *
 * @param slot what it touches
 * @param from the first number that it may touch
 * @param to the end of them
 * @param writes whether it writes there
 * @param ownRows whether the share of the step that computes some rows touches only those rows of
 *     the part; if not, it may touch all
 */
record Use(Slot slot, int from, int to, boolean writes, boolean ownRows) {
  static Use reads(Slot slot, boolean ownRows) {
    return new Use(slot, 0, slot.size(), false, ownRows);
  }

  static Use writes(Slot slot, boolean ownRows) {
    return new Use(slot, 0, slot.size(), true, ownRows);
  }

  static Use reads(View view, boolean ownRows) {
    return of(view, false, ownRows);
  }

  static Use writes(View view, boolean ownRows) {
    return of(view, true, ownRows);
  }

  private static Use of(View view, boolean writes, boolean ownRows) {
    int from = view.offset();
    return new Use(view.slot(), from, from + view.shape().size(), writes, ownRows);
  }

  /** Whether both touch some number and one of them writes. */
  boolean clashes(Use other) {
    return (writes || other.writes)
        && slot.equals(other.slot)
        && from < other.to
        && other.from < to;
  }

  /** Whether both touch the same part, and a share of either only its own rows. */
  boolean isSharedAs(Use other) {
    return ownRows && other.ownRows && from == other.from && to == other.to;
  }
}
