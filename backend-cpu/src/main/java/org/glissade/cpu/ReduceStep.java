package org.glissade.cpu;

import org.glissade.cpu.kernel.Kernels;
import org.glissade.plan.Step;
import org.glissade.tensor.ReduceFn;

/**
 * Reduces code over the middle of three axes, in double. Neighbouring results of the innermost axis
 * are computed together. The order of the additions depends on the shape alone.
 */
final class ReduceStep implements CompiledStep {
  private final Kernels kernels;
  private final Step.Reduce step;
  private final TileCode code;
  private final Cell out;
  private final double[][] sums;

  ReduceStep(Kernels kernels, Step.Reduce step, TileCode code, Cell out, int workers) {
    this.kernels = kernels;
    this.step = step;
    this.code = code;
    this.out = out;
    this.sums = new double[workers][Tile.SIZE];
  }

  @Override
  public void run(int worker, int workers) {
    if (step.outer() > 1) {
      int rows = step.shape().dim(0);
      int perRow = step.outer() / rows;
      int to = CompiledStep.rows(rows, worker + 1, workers) * perRow;
      int from = CompiledStep.rows(rows, worker, workers) * perRow;
      if (step.inner() == 1 && step.length() <= Tile.SIZE / 2) {
        many(worker, from, to);
      } else {
        for (int o = from; o < to; o++) {
          results(worker, o, 0, step.inner());
        }
      }
    } else if (step.inner() > 1) {
      int from = CompiledStep.share(step.inner(), 16, worker, workers);
      results(worker, 0, from, CompiledStep.share(step.inner(), 16, worker + 1, workers));
    } else if (worker == 0) {
      results(worker, 0, 0, 1);
    }
  }

  private void results(int worker, int o, int from, int to) {
    if (step.inner() == 1) {
      neighbours(worker, o);
      return;
    }
    for (int column = from; column < to; column += Tile.SIZE) {
      columns(worker, o, column, Math.min(Tile.SIZE, to - column));
    }
  }

  /** Results from few elements each: as many as a tile holds are computed together. */
  private void many(int worker, int from, int to) {
    int length = step.length();
    int most = Tile.SIZE / length;
    for (int o = from; o < to; o += most) {
      int n = Math.min(most, to - o);
      Tile tile = code.run(worker, o * length, n * length);
      float[] x = tile.arrays[step.code().result()];
      int offset = tile.offsets[step.code().result()];
      int at = out.offset + step.out().offset() + o;
      for (int r = 0; r < n; r++) {
        double part = part(x, offset + r * length, length);
        out.floats[at + r] = (float) step.fn().combine(step.fn().identity(), part);
      }
    }
  }

  /** One result from neighbouring elements. */
  private void neighbours(int worker, int o) {
    int begin = o * step.length();
    double result = step.fn().identity();
    for (int l = 0; l < step.length(); l += Tile.SIZE) {
      int n = Math.min(Tile.SIZE, step.length() - l);
      Tile tile = code.run(worker, begin + l, n);
      double part = part(tile.arrays[step.code().result()], tile.offsets[step.code().result()], n);
      result = step.fn().combine(result, part);
    }
    out.floats[out.offset + step.out().offset() + o] = (float) result;
  }

  private double part(float[] x, int offset, int n) {
    return switch (step.fn()) {
      case SUM -> kernels.sum(x, offset, n);
      case SUM_OF_SQUARES -> kernels.sumOfSquares(x, offset, n);
      case MAX -> kernels.max(x, offset, n);
    };
  }

  /** Neighbouring results, each from elements that lie a row apart. */
  private void columns(int worker, int o, int column, int n) {
    double[] sum = sums[worker];
    ReduceFn fn = step.fn();
    java.util.Arrays.fill(sum, 0, n, fn.identity());
    for (int l = 0; l < step.length(); l++) {
      int start = (o * step.length() + l) * step.inner() + column;
      Tile tile = code.run(worker, start, n);
      float[] x = tile.arrays[step.code().result()];
      int offset = tile.offsets[step.code().result()];
      if (fn == ReduceFn.SUM) {
        kernels.accumulateColumns(sum, 0, x, offset, n);
      } else {
        for (int e = 0; e < n; e++) {
          sum[e] = fn.combine(sum[e], fn.lift(x[offset + e]));
        }
      }
    }
    int at = out.offset + step.out().offset() + o * step.inner() + column;
    for (int e = 0; e < n; e++) {
      out.floats[at + e] = (float) sum[e];
    }
  }

  @Override
  public long work() {
    return 2L * step.outer() * step.length() * step.inner() * step.code().instructions().size();
  }
}
