package org.glissade.cpu;

import java.util.List;
import java.util.function.IntFunction;
import org.glissade.plan.Code;
import org.glissade.plan.Instruction;

/**
 * Code compiled to operations over tiles. One is shared by all workers; each worker has a {@link
 * Tile} of its own.
 */
final class TileCode {
  private final TileOp[] ops;
  private final Tile[] tiles;
  private final int result;

  private TileCode(TileOp[] ops, Tile[] tiles, int result) {
    this.ops = ops;
    this.tiles = tiles;
    this.result = result;
  }

  /**
   * Compiles code.
   *
   * @param leaves makes the operations of instructions that load something, by their number
   */
  static TileCode compile(
      Code code, TileArithmetic arithmetic, IntFunction<TileOp> leaves, int workers) {
    List<Instruction> instructions = code.instructions();
    TileOp[] ops = new TileOp[instructions.size()];
    for (int i = 0; i < ops.length; i++) {
      TileOp computed = arithmetic.compile(instructions, i);
      ops[i] = computed == null ? leaves.apply(i) : computed;
    }
    Tile[] tiles = new Tile[workers];
    for (int worker = 0; worker < workers; worker++) {
      tiles[worker] = new Tile(ops.length);
      for (int i = 0; i < ops.length; i++) {
        tiles[worker].reserve(i);
        if (TileArithmetic.isPerUnit(instructions.get(i))) {
          tiles[worker].reserveDoubles(i);
        }
      }
    }
    return new TileCode(ops, tiles, code.result());
  }

  /** Evaluates all instructions for some elements, at most {@link Tile#SIZE} of them. */
  Tile run(int worker, int start, int n) {
    Tile tile = tiles[worker];
    for (TileOp op : ops) {
      op.run(tile, start, n);
    }
    return tile;
  }

  /** As {@link #run(int, int, int)}, for elements of one parameter, by the flat index. */
  Tile run(int worker, int parameter, int start, int n) {
    tiles[worker].parameter = parameter;
    return run(worker, start, n);
  }

  /** The number of the instruction that is the value of the code. */
  int result() {
    return result;
  }
}
