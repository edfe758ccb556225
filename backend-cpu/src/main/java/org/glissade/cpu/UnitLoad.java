package org.glissade.cpu;

import java.util.Arrays;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Partition;

/** Loads for each element of a parameter the value of its output unit. */
final class UnitLoad implements TileOp {
  private final Cell column;
  private final Partition partition;
  private final int instruction;
  private final Narrow[] narrow;

  UnitLoad(Cell column, Partition partition, int instruction, int workers) {
    this.column = column;
    this.partition = partition;
    this.instruction = instruction;
    this.narrow = new Narrow[workers];
    int parameters = partition.layout().parameters().size();
    Arrays.setAll(narrow, worker -> new Narrow(column.length(), parameters));
  }

  /** The column as one worker reads it, and what its tile holds. */
  private static final class Narrow {
    final float[] floats;

    /** For each parameter, whether floats are as good as the doubles. */
    final boolean[] fits;

    int parameter;
    int unit;
    int count;

    Narrow(int groups, int parameters) {
      this.floats = new float[groups];
      this.fits = new boolean[parameters];
    }

    /** Whether the tile holds this already: of neighbours, most tiles hold the same. */
    boolean holds(int parameter, int unit, int n) {
      boolean same = parameter == this.parameter && unit == this.unit && n <= count;
      this.parameter = parameter;
      this.unit = unit;
      this.count = same ? count : n;
      return same;
    }
  }

  @Override
  public void begin(int worker) {
    Narrow own = narrow[worker];
    own.count = 0;
    for (int group = 0; group < own.floats.length; group++) {
      own.floats[group] = (float) column.doubles[group];
    }
    for (int p = 0; p < own.fits.length; p++) {
      int first = partition.firstGroup(p);
      int units = partition.layout().parameters().get(p).units();
      own.fits[p] = first == Partition.NONE || fit(first, units);
    }
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
    Narrow mine = narrow[tile.worker];
    if (stride == 1) {
      if (!mine.holds(tile.parameter, element % units, n)) {
        neighbours(own, mine.floats, first, element % units, units, n);
      }
    } else {
      stretches(own, first, element, stride, units, n);
    }
    tile.exact[instruction] = !mine.fits[tile.parameter];
    if (tile.exact[instruction]) {
      double[] exact = tile.doubles(instruction);
      for (int e = 0; e < n; e++) {
        exact[e] = column.doubles[first + (element + e) / stride % units];
      }
    }
  }

  /** Neighbours belong to neighbouring units: one row of them, and copies of it. */
  private static void neighbours(
      float[] own, float[] column, int first, int unit, int units, int n) {
    int row = Math.min(n, units);
    int rest = Math.min(row, units - unit);
    System.arraycopy(column, first + unit, own, 0, rest);
    System.arraycopy(column, first, own, rest, row - rest);
    for (int done = row; done < n; done += row) {
      System.arraycopy(own, 0, own, done, Math.min(row, n - done));
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
