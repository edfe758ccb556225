package org.glissade.cpu;

import java.util.Arrays;
import java.util.List;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.plan.Step;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Partition;
import org.glissade.tensor.ReduceFn;

/** Reduces one value of a sweep within each output unit. */
final class UnitReduction extends ChunkReduction {
  private final Layout layout;
  private final Partition partition;
  private final Cell target;
  private final double[][] partials;

  UnitReduction(
      Kernels kernels,
      Layout layout,
      Step.Reduction reduction,
      Cell target,
      List<SweepStep.Chunk> chunks) {
    super(kernels, reduction.fn(), reduction.value(), 0);
    this.layout = layout;
    this.partition = reduction.partition();
    this.target = target;
    this.partials = new double[chunks.size()][];
    for (int c = 0; c < partials.length; c++) {
      partials[c] = new double[layout.parameters().get(chunks.get(c).parameter()).units()];
    }
  }

  @Override
  void begin(int chunk) {
    Arrays.fill(partials[chunk], fn.identity());
  }

  @Override
  void add(int chunk, int number, float[] x, int offset, int start, int n) {
    Parameter parameter = layout.parameters().get(number);
    int units = parameter.units();
    int stride = parameter.unitStride();
    int element = start - layout.offset(number);
    double[] sums = partials[chunk];
    int done = 0;
    while (done < n) {
      int unit = (element + done) / stride % units;
      if (stride > 1) {
        int run = Math.min(n - done, stride - (element + done) % stride);
        sums[unit] = fn.combine(sums[unit], part(x, offset + done, run));
        done += run;
      } else {
        int run = Math.min(n - done, units - unit);
        int rows = unit > 0 ? 1 : Math.max(1, (n - done) / units);
        addRows(sums, unit, x, offset + done, run, rows);
        done += run * rows;
      }
    }
  }

  /** Rows of as many numbers, one after the other, each number of a row for a unit of its own. */
  private void addRows(double[] sums, int unit, float[] x, int offset, int n, int rows) {
    if (fn == ReduceFn.SUM_OF_SQUARES) {
      kernels.accumulateSquares(sums, unit, x, offset, n, rows);
      return;
    }
    for (int row = 0; row < rows; row++) {
      addRow(sums, unit, x, offset + row * n, n);
    }
  }

  private void addRow(double[] sums, int unit, float[] x, int offset, int n) {
    if (fn == ReduceFn.SUM) {
      kernels.accumulateColumns(sums, unit, x, offset, n);
    } else {
      for (int e = 0; e < n; e++) {
        sums[unit + e] = fn.combine(sums[unit + e], fn.lift(x[offset + e]));
      }
    }
  }

  @Override
  void clear() {
    Arrays.fill(target.doubles, fn.identity());
  }

  @Override
  void join(int chunk, int parameter) {
    int first = partition.firstGroup(parameter);
    double[] sums = partials[chunk];
    for (int unit = 0; unit < sums.length; unit++) {
      target.doubles[first + unit] = fn.combine(target.doubles[first + unit], sums[unit]);
    }
  }
}
