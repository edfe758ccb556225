package org.glissade.cpu;

/** One instruction over one tile. */
@FunctionalInterface
interface TileOp {
  /**
   * Puts the values of the elements {@code start} to {@code start + n} of the iteration in place.
   *
   * @param start in C order; in a sweep, the flat index
   */
  void run(Tile tile, int start, int n);
}
