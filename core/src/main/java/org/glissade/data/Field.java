package org.glissade.data;

import java.util.Arrays;
import org.glissade.tensor.DType;
import org.glissade.tensor.Shape;

/**
 * One column of a data set: {@code count} examples of the same shape and type, one after another in
 * one plain array, each in row-major order.
 *
 * <p>The array is not copied, neither when a field is made nor by {@link #array()}: a data set is
 * held once. Whoever changes the array changes the field.
 */
public final class Field {
  private static final int COUNTED = 256;

  private final Shape example;
  private final DType type;
  private final Object array;
  private final int count;

  /** Negative while nobody has asked. */
  private volatile double density = -1;

  private Field(Shape example, DType type, Object array, int length) {
    int size = example.size();
    if (size < 1 || length < size || length % size != 0) {
      throw new DataException(
          "field of examples of shape " + example.dims(),
          "an array of length " + length,
          "a positive multiple of " + size,
          "give whole examples, at least one");
    }
    this.example = example;
    this.type = type;
    this.array = array;
    this.count = length / size;
  }

  /** Unsigned bytes, 0 to 255. */
  public static Field u8(Shape example, byte[] data) {
    return new Field(example, DType.U8, data, data.length);
  }

  /** Ints. */
  public static Field i32(Shape example, int[] data) {
    return new Field(example, DType.I32, data, data.length);
  }

  /** Floats. */
  public static Field f32(Shape example, float[] data) {
    return new Field(example, DType.F32, data, data.length);
  }

  /** Number of examples, at least 1. */
  public int count() {
    return count;
  }

  /** Shape of one example; rank 0 where an example is one number, such as a label. */
  public Shape example() {
    return example;
  }

  /** {@link DType#U8}, {@link DType#I32} or {@link DType#F32}. */
  public DType type() {
    return type;
  }

  /**
   * All examples from the first on: a {@code byte[]}, {@code int[]} or {@code float[]} of {@code
   * count · example.size()} elements, as {@link #type()} says.
   */
  public Object array() {
    return array;
  }

  /**
   * The share of the numbers that are not 0, from 0 to 1: what a backend goes by that can leave
   * zeros out. Counted once, in at most {@value #COUNTED} examples evenly apart.
   */
  public double density() {
    if (density < 0) {
      int examples = Math.min(count, COUNTED);
      int size = example.size();
      long some = 0;
      for (int e = 0; e < examples; e++) {
        int from = (int) ((long) count * e / examples) * size;
        for (int i = from; i < from + size; i++) {
          some += isSome(i) ? 1 : 0;
        }
      }
      density = (double) some / examples / size;
    }
    return density;
  }

  private boolean isSome(int index) {
    if (array instanceof byte[] bytes) {
      return bytes[index] != 0;
    }
    return array instanceof int[] ints ? ints[index] != 0 : ((float[]) array)[index] != 0;
  }

  /** One element as a number, for people and tests; unsigned where the type is U8. */
  public double value(int exampleIndex, int element) {
    int index =
        Math.addExact(
            Math.multiplyExact(checked(exampleIndex, count, "example"), example.size()),
            checked(element, example.size(), "element"));
    if (array instanceof byte[] bytes) {
      return bytes[index] & 0xff;
    }
    return array instanceof int[] ints ? ints[index] : ((float[]) array)[index];
  }

  /**
   * The examples from {@code from} up to and without {@code to}. A proper part is a copy, so that
   * {@link #array()} always begins with the first example; the whole is this field itself.
   */
  public Field slice(int from, int to) {
    if (from < 0 || to <= from || to > count) {
      throw new IndexOutOfBoundsException(
          "slice [%d, %d) of a field of %d examples: give 0 <= from < to <= %d"
              .formatted(from, to, count, count));
    }
    if (to - from == count) {
      return this;
    }
    int start = from * example.size();
    int end = to * example.size();
    if (array instanceof byte[] bytes) {
      return u8(example, Arrays.copyOfRange(bytes, start, end));
    }
    return array instanceof int[] ints
        ? i32(example, Arrays.copyOfRange(ints, start, end))
        : f32(example, Arrays.copyOfRange((float[]) array, start, end));
  }

  /** Number, type and shape of the examples; not their values. */
  @Override
  public String toString() {
    return count + " x " + type + example.dims();
  }

  private static int checked(int index, int length, String what) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException("%s %d: give 0 to %d".formatted(what, index, length - 1));
    }
    return index;
  }
}
