package org.glissade.cpu;

import org.glissade.cpu.kernel.Kernels;
import org.glissade.plan.View;

/** Loads numbers of the rows that an index picks. */
final class RowLoad implements TileOp {
  private final Kernels kernels;
  private final PickedRows rows;
  private final int rowStep;
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
    int step = 1;
    for (int d = rowAxis + 1; rowAxis >= 0 && d < dims.length; d++) {
      step *= dims[d];
    }
    this.rowStep = step;
    this.rows = new PickedRows(data, view, index, rowAxis < 0 ? 1 : dims[rowAxis]);
    this.odometer = Odometer.merged(dims, strides, rowAxis);
    this.instruction = instruction;
  }

  @Override
  public void run(Tile tile, int start, int n) {
    float[] own = tile.own(instruction);
    int done = 0;
    while (done < n) {
      int linear = start + done;
      int run = rows.count() > 1 && rowStep == 1 ? 1 : Math.min(n - done, odometer.run(linear));
      int place = linear / rowStep % rows.count();
      if (linear % rowStep == 0) {
        tile.touched += rows.touch(place);
      }
      int from = rows.begin(place) + odometer.at(linear);
      StridedLoad.copy(kernels, rows.data, from, odometer.step(), own, done, run);
      done += run;
    }
  }
}
