package org.glissade.cpu;

import org.glissade.plan.View;
import org.glissade.tensor.DType;
import org.jspecify.annotations.Nullable;

/**
 * Rows of data that an index picks, or one after the other. What is picked lies anywhere in memory,
 * so no prefetcher finds it: some rows are touched together before the first of them is read, and
 * the waits overlap.
 */
final class PickedRows {
  /** Rows that are touched together: few enough to stay in the first-level cache. */
  private static final int TOGETHER = 8;

  private static final int LINE = 64;

  final Cell data;
  private final int offset;
  private final int rows;
  private final int size;
  private final @Nullable Cell index;
  private final int count;

  /**
   * Rows of a view, along its first axis.
   *
   * @param index the rows to take; null for all in their order
   * @param count how many rows are taken
   */
  PickedRows(Cell data, View view, @Nullable Cell index, int count) {
    this.data = data;
    this.offset = view.offset();
    this.rows = view.shape().dim(0);
    this.size = view.shape().size() / rows;
    this.index = index;
    this.count = count;
  }

  /** Numbers in a row. */
  int size() {
    return size;
  }

  /** How many rows are taken. */
  int count() {
    return count;
  }

  /** Where the row begins that is taken at a place. */
  int begin(int place) {
    int row = index == null ? place : index.ints[place];
    if (row < 0 || row >= rows) {
      throw new IndexOutOfBoundsException(
          "The data has %d rows, but row %d was asked for: the order must hold 0 to %d"
              .formatted(rows, row, rows - 1));
    }
    return data.offset + offset + row * size;
  }

  /**
   * Reads something of each cache line of the next rows, if their turn begins at a place; the sum
   * keeps the reads from being left out.
   */
  int touch(int place) {
    if (index == null || place % TOGETHER != 0 || count == 1 || size <= LINE) {
      return 0;
    }
    int sum = 0;
    int end = Math.min(count, place + TOGETHER);
    for (int r = place; r < end; r++) {
      int from = begin(r);
      if (data.type == DType.U8) {
        for (int at = from; at < from + size; at += LINE) {
          sum += data.bytes[at];
        }
      } else if (data.type == DType.F32) {
        for (int at = from; at < from + size; at += LINE / Float.BYTES) {
          sum += Float.floatToRawIntBits(data.floats[at]);
        }
      }
    }
    return sum;
  }
}
