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
  private final float[][] registers;

  Tile(int instructions) {
    arrays = new float[instructions][];
    offsets = new int[instructions];
    values = new double[instructions];
    registers = new float[instructions][];
  }

  /** Gives an instruction memory of its own to put its values into. */
  void reserve(int instruction) {
    registers[instruction] = new float[SIZE];
    arrays[instruction] = registers[instruction];
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
