package org.glissade.cpu;

import java.util.ArrayList;
import java.util.List;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.tensor.Partition;
import org.glissade.tensor.ReduceFn;

/**
 * Reduces one value of a sweep, chunk by chunk, in double. Every extent that is not finer than a
 * parameter is made of the same partial results, added in the order of the chunks.
 */
class ChunkReduction {
  private record Target(Cell cell, Partition partition) {}

  protected final Kernels kernels;
  protected final ReduceFn fn;
  protected final int value;
  private final double[] partials;
  private final List<Target> targets = new ArrayList<>();

  ChunkReduction(Kernels kernels, ReduceFn fn, int value, int chunks) {
    this.kernels = kernels;
    this.fn = fn;
    this.value = value;
    this.partials = new double[chunks];
  }

  /** Adds a result that is made of the partial ones. */
  void into(Cell target, Partition partition) {
    targets.add(new Target(target, partition));
  }

  /** Before the first tile of a chunk. */
  void begin(int chunk) {
    partials[chunk] = fn.identity();
  }

  /**
   * Adds elements of a chunk.
   *
   * @param x where they lie, from {@code offset} on
   * @param start the flat index of the first
   */
  void add(int chunk, int parameter, float[] x, int offset, int start, int n) {
    partials[chunk] = fn.combine(partials[chunk], part(x, offset, n));
  }

  /** The result of neighbours. */
  final double part(float[] x, int offset, int n) {
    return switch (fn) {
      case SUM -> kernels.sum(x, offset, n);
      case SUM_OF_SQUARES -> kernels.sumOfSquares(x, offset, n);
      case MAX -> kernels.max(x, offset, n);
    };
  }

  /** Before the results of the first chunk are joined. */
  void clear() {
    for (int i = 0; i < targets.size(); i++) {
      java.util.Arrays.fill(targets.get(i).cell().doubles, fn.identity());
    }
  }

  /** Joins the result of a chunk that belongs to a parameter. */
  void join(int chunk, int parameter) {
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      double[] results = target.cell().doubles;
      int group = target.partition().firstGroup(parameter);
      results[group] = fn.combine(results[group], partials[chunk]);
    }
  }
}
