package org.glissade.cpu;

/** Puts the values of some instructions of one tile in place. */
@FunctionalInterface
interface TileOp {
  /**
   * For the elements {@code start} to {@code start + n} of the iteration.
   *
   * @param start in C order; in a sweep, the flat index
   */
  void run(Tile tile, int start, int n);

  /** Comes before a worker's first tile of a run. */
  default void begin(int worker) {}
}
