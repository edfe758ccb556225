package org.glissade.data;

import java.util.Arrays;
import java.util.List;
import org.glissade.tensor.Shape;

/** Turns one item of a type of yours into numbers. */
@FunctionalInterface
public interface ExampleWriter<T> {
  /**
   * Writes every element of {@code into}, in row-major order. An element that is left unwritten
   * holds NaN and is refused by the data set.
   */
  void write(T item, float[] into);

  /** All items one after another. */
  static <T> float[] writeAll(List<T> items, Shape shape, ExampleWriter<? super T> writer) {
    float[] row = new float[shape.size()];
    float[] all = new float[Math.multiplyExact(items.size(), row.length)];
    int start = 0;
    for (T item : items) {
      Arrays.fill(row, Float.NaN);
      writer.write(item, row);
      System.arraycopy(row, 0, all, start, row.length);
      start += row.length;
    }
    return all;
  }
}
