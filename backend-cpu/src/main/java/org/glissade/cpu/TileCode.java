package org.glissade.cpu;

import java.util.List;

/**
 * Code compiled to operations over tiles: first what loads, then what computes and writes. One is
 * shared by all workers; each worker has a {@link Tile} of its own.
 */
final class TileCode {
  private final TileOp[] loads;
  private final TileOp[] ops;
  private final Tile[] tiles;
  private final int most;

  /**
   * Compiled code.
   *
   * @param most elements that a tile may have
   * @param size elements that a tile has memory for, if it needs any
   */
  TileCode(
      List<TileOp> loads, List<TileOp> ops, int instructions, int most, int size, int workers) {
    this.loads = loads.toArray(TileOp[]::new);
    this.ops = ops.toArray(TileOp[]::new);
    this.most = most;
    this.tiles = new Tile[workers];
    for (int worker = 0; worker < workers; worker++) {
      tiles[worker] = new Tile(worker, instructions, size);
    }
  }

  /** How many elements a tile may have. */
  int most() {
    return most;
  }

  /** Comes before a worker's first tile of a run. */
  void begin(int worker) {
    for (TileOp op : loads) {
      op.begin(worker);
    }
  }

  /** Loads a tile. */
  Tile load(int worker, int start, int n) {
    Tile tile = tiles[worker];
    for (TileOp op : loads) {
      op.run(tile, start, n);
    }
    return tile;
  }

  /** As {@link #load(int, int, int)}, for elements of one parameter, by the flat index. */
  Tile load(int worker, int parameter, int start, int n) {
    tiles[worker].parameter = parameter;
    return load(worker, start, n);
  }

  /** Computes a tile that is loaded, and writes what has a target. */
  void compute(Tile tile, int start, int n) {
    for (TileOp op : ops) {
      op.run(tile, start, n);
    }
  }

  /** Loads and computes a tile. */
  Tile run(int worker, int start, int n) {
    Tile tile = load(worker, start, n);
    compute(tile, start, n);
    return tile;
  }
}
