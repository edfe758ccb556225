package org.glissade.cpu;

/**
 * What one worker has at hand while it evaluates code over one tile: for each instruction, the
 * array and the offset at which its values for the tile lie, or its one value where all are equal;
 * in a sweep also the number of the parameter.
 */
final class Tile {
  /** Elements of a tile at most: some instructions' values together fit the first-level cache. */
  static final int SIZE = 512;

  final float[][] arrays;
  final int[] offsets;
  final double[] values;
  int parameter;

  /** Whether some values are outside the range of floats and must be read from {@link #doubles}. */
  final boolean[] exact;

  private final float[][] registers;
  private final double[][] doubles;

  Tile(int instructions) {
    arrays = new float[instructions][];
    offsets = new int[instructions];
    values = new double[instructions];
    exact = new boolean[instructions];
    registers = new float[instructions][];
    doubles = new double[instructions][];
  }

  /** Gives an instruction memory of its own to put its values into. */
  void reserve(int instruction) {
    registers[instruction] = new float[SIZE];
    arrays[instruction] = registers[instruction];
  }

  /** Gives an instruction memory for its values in double as well. */
  void reserveDoubles(int instruction) {
    doubles[instruction] = new double[SIZE];
  }

  /** The values of an instruction that has memory for them in double. */
  double[] doubles(int instruction) {
    return doubles[instruction];
  }

  /** Points an instruction at memory elsewhere. */
  void point(int instruction, float[] array, int offset) {
    arrays[instruction] = array;
    offsets[instruction] = offset;
  }

  /** Points an instruction back at its own memory and gives that. */
  float[] own(int instruction) {
    float[] register = registers[instruction];
    arrays[instruction] = register;
    offsets[instruction] = 0;
    return register;
  }
}
