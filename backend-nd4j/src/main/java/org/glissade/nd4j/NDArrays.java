package org.glissade.nd4j;

import java.util.Arrays;
import org.glissade.data.Field;
import org.glissade.tensor.DType;
import org.glissade.tensor.Shape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The bridge between ND4J's arrays and plain ones. Every method copies; elements go from the first
 * index to the last (C order), whatever the order and the strides of the {@code INDArray}. A chain
 * that updates an array of ND4J by a gradient of its own:
 *
 * <pre>{@code
 * INDArray gradient = w.sub(3);
 * updater.gradient("w", NDArrays.floats(gradient)).step();
 * float[] next = new float[4];
 * updater.read("w", next);
 * NDArrays.copy(next, w);
 * }</pre>
 */
public final class NDArrays {
  private NDArrays() {}

  /** The type of ND4J that holds the same numbers. */
  static DataType type(DType type) {
    return switch (type) {
      case F32 -> DataType.FLOAT;
      case F64 -> DataType.DOUBLE;
      case I32 -> DataType.INT32;
      case U8 -> DataType.UINT8;
    };
  }

  /** The elements as floats; those of other types are converted. */
  public static float[] floats(INDArray array) {
    return array.castTo(DataType.FLOAT).dup('c').data().asFloat();
  }

  /**
   * A new array of floats.
   *
   * @throws IllegalArgumentException unless there are as many values as the shape has
   */
  public static INDArray of(float[] values, Shape shape) {
    check(values.length, shape.size(), shape.toString());
    return Nd4j.createFromArray(values).reshape(dims(shape));
  }

  /** A new array of a field's type whose first axis counts the examples. */
  public static INDArray of(Field field) {
    Object array = field.array();
    INDArray row =
        array instanceof byte[] bytes
            ? Nd4j.create(Nd4j.createTypedBuffer(bytes, DataType.UINT8))
            : array instanceof int[] ints
                ? Nd4j.createFromArray(ints)
                : Nd4j.createFromArray((float[]) array);
    long[] example = dims(field.example());
    long[] dims = new long[example.length + 1];
    dims[0] = field.count();
    System.arraycopy(example, 0, dims, 1, example.length);
    return row.reshape(dims);
  }

  /**
   * A field of floats: the first axis counts the examples.
   *
   * @throws IllegalArgumentException if the array has no axis
   */
  public static Field field(INDArray array) {
    Shape shape = shape(array);
    if (shape.rank() == 0) {
      throw new IllegalArgumentException(
          "A scalar has no axis to count examples by: reshape it to [1]");
    }
    return Field.f32(new Shape(shape.dims().subList(1, shape.rank())), floats(array));
  }

  /** The axes of an array. */
  public static Shape shape(INDArray array) {
    return new Shape(Arrays.stream(array.shape()).mapToObj(Math::toIntExact).toList());
  }

  /**
   * Writes values into an array, in place and in its own type.
   *
   * @throws IllegalArgumentException unless there are as many values as the array has
   */
  public static void copy(float[] values, INDArray into) {
    check(values.length, into.length(), into.shapeInfoToString());
    into.assign(Nd4j.createFromArray(values).reshape(into.shape()));
  }

  private static void check(int given, long needed, String where) {
    if (given != needed) {
      throw new IllegalArgumentException(
          "%d values were given for %d elements, %s: give one for each"
              .formatted(given, needed, where));
    }
  }

  private static long[] dims(Shape shape) {
    return shape.dims().stream().mapToLong(Integer::longValue).toArray();
  }
}
