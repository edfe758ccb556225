package org.glissade.cpu;

import org.jspecify.annotations.Nullable;

/**
 * What one worker has at hand while it evaluates code over one tile: for each instruction, the
 * array and the offset at which its values for the tile lie, or its one value where all are equal;
 * in a sweep also the number of the parameter.
 */
final class Tile {
  /** Elements of a tile at most: some instructions' values together fit the first-level cache. */
  static final int SIZE = 1024;

  /** The same in a sweep that reduces what it computes: few values are in tiles, so more fits. */
  static final int REDUCED = 4096;

  final int worker;
  final float[][] arrays;
  final int[] offsets;
  final double[] values;
  int parameter;

  /** Sums over rows that are read ahead, of no use in themselves. */
  int touched;

  /** Whether some values are outside the range of floats and must be read from {@link #doubles}. */
  final boolean[] exact;

  private final int size;
  private final float[] @Nullable [] registers;
  private final double[] @Nullable [] doubles;

  Tile(int worker, int instructions, int size) {
    this.worker = worker;
    this.size = size;
    arrays = new float[instructions][];
    offsets = new int[instructions];
    values = new double[instructions];
    exact = new boolean[instructions];
    registers = new float[instructions][];
    doubles = new double[instructions][];
  }

  /** An instruction's values in double, for the tile. */
  double[] doubles(int instruction) {
    double[] own = doubles[instruction];
    if (own == null) {
      own = new double[size];
      doubles[instruction] = own;
    }
    return own;
  }

  /** Points an instruction at memory elsewhere. */
  void point(int instruction, float[] array, int offset) {
    arrays[instruction] = array;
    offsets[instruction] = offset;
  }

  /** Points an instruction at memory of its own and gives that. */
  float[] own(int instruction) {
    float[] register = registers[instruction];
    if (register == null) {
      register = new float[size];
      registers[instruction] = register;
    }
    arrays[instruction] = register;
    offsets[instruction] = 0;
    return register;
  }
}
