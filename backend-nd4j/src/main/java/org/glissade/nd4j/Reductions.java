package org.glissade.nd4j;

import org.glissade.tensor.ReduceFn;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Reductions of doubles along axes. */
final class Reductions {
  private Reductions() {}

  /** The result of each group of the elements that differ in these axes only, in one row. */
  static INDArray along(ReduceFn fn, INDArray x, int... axes) {
    INDArray result =
        switch (fn) {
          case SUM -> x.sum(axes);
          case SUM_OF_SQUARES -> x.mul(x).sum(axes);
          case MAX -> x.max(axes).add(marks(x).sum(axes));
        };
    return result.dup('c').reshape(result.length());
  }

  /** NaN where x is, else 0: ND4J's max passes over NaN. */
  private static INDArray marks(INDArray x) {
    INDArray row = x.reshape(x.length());
    INDArray zero = Nd4j.createFromArray(new double[] {0});
    return Select.where(row.eq(row).castTo(DataType.DOUBLE), zero, row).reshape(x.shape());
  }

  /** A row of this length: the value, or one that stands for all. */
  static INDArray row(INDArray value, int length) {
    return value.length() == length
        ? value
        : Nd4j.valueArrayOf(new long[] {length}, value.getDouble(0), DataType.DOUBLE);
  }
}
