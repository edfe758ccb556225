package org.glissade.cpu;

import java.util.Arrays;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Partition;

/** Loads for each element of a parameter the value of its output unit. */
final class UnitLoad implements TileOp {
  private final Cell column;
  private final Partition partition;
  private final int instruction;

  UnitLoad(Cell column, Partition partition, int instruction) {
    this.column = column;
    this.partition = partition;
    this.instruction = instruction;
  }

  @Override
  public void run(Tile tile, int start, int n) {
    Parameter parameter = partition.layout().parameters().get(tile.parameter);
    int first = partition.firstGroup(tile.parameter);
    float[] own = tile.own(instruction);
    if (first == Partition.NONE) {
      Arrays.fill(own, 0, n, 0);
      tile.exact[instruction] = false;
      return;
    }
    int element = start - partition.layout().offset(tile.parameter);
    int stride = parameter.unitStride();
    int units = parameter.units();
    if (stride == 1) {
      neighbours(own, first, element % units, units, n);
    } else {
      stretches(own, first, element, stride, units, n);
    }
    tile.exact[instruction] = !fit(first, units);
    if (tile.exact[instruction]) {
      double[] exact = tile.doubles(instruction);
      for (int e = 0; e < n; e++) {
        exact[e] = column.doubles[first + (element + e) / stride % units];
      }
    }
  }

  /** Neighbours belong to neighbouring units: one row of them, and copies of it. */
  private void neighbours(float[] own, int first, int unit, int units, int n) {
    int row = Math.min(n, units);
    int rest = Math.min(row, units - unit);
    narrow(own, 0, first + unit, rest);
    narrow(own, rest, first, row - rest);
    for (int done = row; done < n; done += row) {
      System.arraycopy(own, 0, own, done, Math.min(row, n - done));
    }
  }

  private void narrow(float[] own, int at, int from, int n) {
    double[] x = column.doubles;
    for (int e = 0; e < n; e++) {
      own[at + e] = (float) x[from + e];
    }
  }

  /** Neighbours belong to one unit for a while. */
  private void stretches(float[] own, int first, int element, int stride, int units, int n) {
    int done = 0;
    while (done < n) {
      int at = element + done;
      int run = Math.min(n - done, stride - at % stride);
      Arrays.fill(own, done, done + run, (float) column.doubles[first + at / stride % units]);
      done += run;
    }
  }

  private boolean fit(int first, int units) {
    boolean fits = true;
    for (int unit = first; unit < first + units; unit++) {
      fits &= LoopOp.fits(column.doubles[unit]);
    }
    return fits;
  }
}
