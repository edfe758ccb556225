package org.glissade.nd4j;

import java.util.List;
import org.glissade.plan.View;
import org.glissade.tensor.DType;
import org.glissade.tensor.Shape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where a slot lies: a part of a native array.
 *
 * @param array of one axis, a view of nothing else
 * @param offset of the first number
 * @param size how many numbers it has
 */
record Place(INDArray array, long offset, int size) {
  /** All of it in one row. */
  INDArray all() {
    return part(0, new long[] {size}, new long[] {1});
  }

  /** Some numbers in one row. */
  INDArray row(long begin, int length) {
    return part(begin, new long[] {length}, new long[] {1});
  }

  /** Numbers under any axes; an axis that moves nowhere repeats. */
  INDArray part(long begin, long[] dims, long[] strides) {
    return Nd4j.create(array.data(), dims, strides, offset + begin, 'c');
  }

  /** A view in one row. */
  INDArray row(View view) {
    return row(view.offset(), view.shape().size());
  }

  /** The dims of a shape as ND4J takes them, at least one. */
  static long[] dims(Shape shape) {
    long[] dims = shape.dims().stream().mapToLong(Integer::longValue).toArray();
    return dims.length == 0 ? new long[] {1} : dims;
  }

  /** Strides as ND4J takes them, at least one. */
  static long[] strides(List<Integer> strides) {
    long[] copy = strides.stream().mapToLong(Integer::longValue).toArray();
    return copy.length == 0 ? new long[] {1} : copy;
  }

  /** The numbers of an array in one row, in double, from the first index on. */
  static INDArray doubles(INDArray array) {
    INDArray cast = array.castTo(DataType.DOUBLE);
    boolean own = cast != array && cast.ordering() == 'c';
    return (own ? cast : cast.dup('c')).reshape(array.length());
  }

  /** Writes one row of this place: as many numbers, or one that is written everywhere. */
  void write(long begin, int length, INDArray numbers) {
    INDArray target = row(begin, length);
    if (numbers.length() == 1) {
      target.assign(numbers.getDouble(0));
    } else {
      target.assign(numbers);
    }
  }

  /** Writes a view. */
  void write(View view, INDArray numbers) {
    write(view.offset(), view.shape().size(), numbers);
  }

  /** A copy on the heap. */
  double[] read(View view) {
    return doubles(row(view)).data().asDouble();
  }

  /** Whether its numbers are of a type. */
  boolean holds(DType type) {
    return array.dataType() == NDArrays.type(type);
  }

  /** The number of a place that holds one. */
  double scalar() {
    return array.getDouble(offset);
  }
}
