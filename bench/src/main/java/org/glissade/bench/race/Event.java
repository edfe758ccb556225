package org.glissade.bench.race;

/** What is raced in. */
enum Event {
  /** The article's network. */
  W1,
  /** The same in small batches. */
  W2,
  /** A wide network. */
  W3,
  /** The update stage alone. */
  W6,
  /** Chains of one, four and eight links. */
  CHAINS,
  /** What clipping adds to W1. */
  COST,
  /** W1 beside a busy process. */
  BUSY,
  /** From the start of a process to the end of its first epoch. */
  W7,
  /** The class path's size. */
  W8;

  @Override
  public String toString() {
    return name().startsWith("W") ? name() : name().toLowerCase(java.util.Locale.ROOT);
  }
}
