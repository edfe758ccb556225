package org.glissade.cpu;

import org.glissade.cpu.kernel.Kernels;
import org.glissade.plan.View;
import org.glissade.tensor.DType;

/**
 * Loads numbers of the rows that an index picks. Rows lie anywhere in memory, so no prefetcher
 * finds them: some are touched together before the first of them is read, and the waits overlap.
 */
final class RowLoad implements TileOp {
  /** Rows that are touched together: few enough to stay in the first-level cache. */
  private static final int TOGETHER = 8;

  private static final int LINE = 64;

  private final Kernels kernels;
  private final Cell data;
  private final int offset;
  private final int rows;
  private final int rowSize;
  private final Cell index;
  private final int rowStep;
  private final int rowCount;
  private final Odometer odometer;
  private final int instruction;

  RowLoad(
      Kernels kernels,
      Cell data,
      View view,
      Cell index,
      int rowAxis,
      int[] dims,
      int[] strides,
      int instruction) {
    this.kernels = kernels;
    this.data = data;
    this.offset = view.offset();
    this.rows = view.shape().dim(0);
    this.rowSize = view.shape().size() / rows;
    this.index = index;
    int step = 1;
    for (int d = rowAxis + 1; rowAxis >= 0 && d < dims.length; d++) {
      step *= dims[d];
    }
    this.rowStep = step;
    this.rowCount = rowAxis < 0 ? 1 : dims[rowAxis];
    this.odometer = Odometer.merged(dims, strides, rowAxis);
    this.instruction = instruction;
  }

  @Override
  public void run(Tile tile, int start, int n) {
    float[] own = tile.own(instruction);
    int done = 0;
    while (done < n) {
      int linear = start + done;
      int run = rowCount > 1 && rowStep == 1 ? 1 : Math.min(n - done, odometer.run(linear));
      if (linear % (TOGETHER * rowStep) == 0 && rowSize > LINE) {
        tile.touched += touch(linear / rowStep % rowCount);
      }
      int row = index.ints[linear / rowStep % rowCount];
      int from = data.offset + offset + checked(row) * rowSize + odometer.at(linear);
      StridedLoad.copy(kernels, data, from, odometer.step(), own, done, run);
      done += run;
    }
  }

  /**
   * Reads something of each cache line of some rows; the sum keeps the reads from being left out.
   */
  private int touch(int first) {
    int sum = 0;
    int end = Math.min(rowCount, first + TOGETHER);
    for (int r = first; r < end; r++) {
      int from = data.offset + offset + checked(index.ints[r]) * rowSize;
      if (data.type == DType.U8) {
        for (int at = from; at < from + rowSize; at += LINE) {
          sum += data.bytes[at];
        }
      } else if (data.type == DType.F32) {
        for (int at = from; at < from + rowSize; at += LINE / Float.BYTES) {
          sum += Float.floatToRawIntBits(data.floats[at]);
        }
      }
    }
    return sum;
  }

  private int checked(int row) {
    if (row < 0 || row >= rows) {
      throw new IndexOutOfBoundsException(
          "The data has %d rows, but row %d was asked for: the order must hold 0 to %d"
              .formatted(rows, row, rows - 1));
    }
    return row;
  }
}
