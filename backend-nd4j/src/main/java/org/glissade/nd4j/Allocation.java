package org.glissade.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.glissade.tensor.DType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The native arrays of a session, which live until it is closed, whatever workspace is active. */
final class Allocation implements AutoCloseable {
  private final List<INDArray> arrays = new ArrayList<>();

  /** Zeros in one row; an array of no length has one number, as ND4J has no other. */
  Place zeros(DType type, int size) {
    INDArray array = Scratch.outside(() -> Nd4j.create(NDArrays.type(type), Math.max(1, size)));
    arrays.add(array);
    return new Place(array, 0, size);
  }

  /** Gives an array back before the others. */
  void free(Place place) {
    arrays.removeIf(array -> array == place.array());
    place.array().close();
  }

  @Override
  public void close() {
    arrays.forEach(INDArray::close);
    arrays.clear();
  }
}
