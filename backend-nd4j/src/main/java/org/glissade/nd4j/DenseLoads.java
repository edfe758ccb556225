package org.glissade.nd4j;

import java.util.Arrays;
import org.glissade.plan.Instruction;
import org.glissade.plan.View;
import org.glissade.tensor.Shape;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.shape.Gather;
import org.nd4j.linalg.factory.Nd4j;

/** What the code of a dense step reads, over all indices of its iteration. */
final class DenseLoads implements Loads {
  private final Places places;
  private final Shape shape;
  private final @Nullable INDArray product;

  /**
   * Loads of one step.
   *
   * @param shape of the iteration
   * @param product what the code finishes, in one row; null if nothing
   */
  DenseLoads(Places places, Shape shape, @Nullable INDArray product) {
    this.places = places;
    this.shape = shape;
    this.product = product;
  }

  @Override
  public INDArray load(Instruction instruction) {
    if (instruction instanceof Instruction.Load load) {
      View view = load.view();
      long[] strides = Place.strides(load.strides());
      return Place.doubles(places.at(view.slot()).part(view.offset(), Place.dims(shape), strides));
    }
    if (instruction instanceof Instruction.LoadRow row) {
      return rows(row);
    }
    if (instruction instanceof Instruction.Index index) {
      return index(index.axis());
    }
    if (instruction instanceof Instruction.LoadScalar load) {
      return places.at(load.scalar()).all();
    }
    if (instruction instanceof Instruction.Product && product != null) {
      return product;
    }
    throw new IllegalStateException("No dense step reads " + instruction);
  }

  private INDArray rows(Instruction.LoadRow load) {
    View data = load.data();
    int rows = data.shape().dim(0);
    int size = data.shape().size() / rows;
    int[] wanted = places.row(load.index()).toIntVector();
    int count = load.rowAxis() < 0 ? 1 : shape.dim(load.rowAxis());
    INDArray picked = Nd4j.createFromArray(checked(Arrays.copyOf(wanted, count), rows));
    INDArray table =
        places.at(data.slot()).part(data.offset(), new long[] {rows, size}, new long[] {size, 1});
    INDArray gathered = Nd4j.exec(new Gather(table, picked, 0))[0];
    long[] strides = Place.strides(load.strides());
    if (load.rowAxis() >= 0) {
      strides[load.rowAxis()] += size;
    }
    Place found = new Place(gathered, 0, count * size);
    return Place.doubles(found.part(0, Place.dims(shape), strides));
  }

  private static int[] checked(int[] picked, int rows) {
    for (int row : picked) {
      if (row < 0 || row >= rows) {
        throw new IndexOutOfBoundsException(
            "The data has %d rows, but row %d was asked for: the order must hold 0 to %d"
                .formatted(rows, row, rows - 1));
      }
    }
    return picked;
  }

  private INDArray index(int axis) {
    double[] indices = new double[shape.dim(axis)];
    Arrays.setAll(indices, i -> i);
    long[] strides = new long[shape.rank()];
    strides[axis] = 1;
    Place row = new Place(Nd4j.createFromArray(indices), 0, indices.length);
    return Place.doubles(row.part(0, Place.dims(shape), strides));
  }
}
