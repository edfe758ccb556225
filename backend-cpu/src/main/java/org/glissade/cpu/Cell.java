package org.glissade.cpu;

import org.glissade.tensor.DType;
import org.jspecify.annotations.Nullable;

/**
 * Where a slot's numbers lie on the heap. The array of an input changes when the host binds other
 * data.
 */
final class Cell {
  private static final float[] NO_FLOATS = {};
  private static final double[] NO_DOUBLES = {};
  private static final byte[] NO_BYTES = {};
  private static final int[] NO_INTS = {};

  final DType type;
  float[] floats = NO_FLOATS;
  double[] doubles = NO_DOUBLES;
  byte[] bytes = NO_BYTES;
  int[] ints = NO_INTS;
  int offset;

  /** The share of an input's numbers that are not 0. */
  double density = 1;

  Cell(DType type) {
    this.type = type;
  }

  /** New memory, zeros. */
  static Cell allocate(DType type, int size) {
    return of(
        type,
        switch (type) {
          case F32 -> new float[size];
          case F64 -> new double[size];
          case I32 -> new int[size];
          case U8 -> new byte[size];
        });
  }

  /** A part of a shared float array. */
  static Cell part(float[] array, int offset) {
    Cell cell = of(DType.F32, array);
    cell.offset = offset;
    return cell;
  }

  private static Cell of(DType type, Object array) {
    Cell cell = new Cell(type);
    cell.use(array);
    return cell;
  }

  /** Takes another array of the cell's type; null takes it away. */
  void use(@Nullable Object array) {
    floats = array instanceof float[] some ? some : NO_FLOATS;
    doubles = array instanceof double[] some ? some : NO_DOUBLES;
    bytes = array instanceof byte[] some ? some : NO_BYTES;
    ints = array instanceof int[] some ? some : NO_INTS;
  }

  /** How many numbers the array holds. */
  int length() {
    return switch (type) {
      case F32 -> floats.length;
      case F64 -> doubles.length;
      case I32 -> ints.length;
      case U8 -> bytes.length;
    };
  }
}
