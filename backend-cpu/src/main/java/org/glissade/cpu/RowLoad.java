package org.glissade.cpu;

import org.glissade.plan.View;

/** Loads numbers of the rows that an index picks. */
final class RowLoad implements TileOp {
  private final Cell data;
  private final int offset;
  private final int rows;
  private final int rowSize;
  private final Cell index;
  private final int rowAxis;
  private final Odometer odometer;
  private final int instruction;

  RowLoad(
      Cell data, View view, Cell index, int rowAxis, int[] dims, int[] strides, int instruction) {
    this.data = data;
    this.offset = view.offset();
    this.rows = view.shape().dim(0);
    this.rowSize = view.shape().size() / rows;
    this.index = index;
    this.rowAxis = rowAxis;
    this.odometer = new Odometer(dims, strides);
    this.instruction = instruction;
  }

  @Override
  public void run(Tile tile, int start, int n) {
    float[] own = tile.own(instruction);
    int done = 0;
    while (done < n) {
      int linear = start + done;
      int run = rowAxis == lastAxis() ? 1 : Math.min(n - done, odometer.run(linear));
      int row = index.ints[rowAxis < 0 ? 0 : odometer.along(rowAxis, linear)];
      int from = data.offset + offset + checked(row) * rowSize + odometer.at(linear);
      StridedLoad.copy(data, from, odometer.step(), own, done, run);
      done += run;
    }
  }

  private int lastAxis() {
    return odometer.rank() - 1;
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
