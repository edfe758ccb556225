package org.glissade.bench.contest;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A new order of all examples for each epoch, cut into batches; the last may be shorter. */
public final class Shuffle {
  private final SplittableRandom random;
  private final int[] order;
  private final int batch;

  /** Batches of so many examples. */
  public Shuffle(int examples, int batch, long seed) {
    this.random = new SplittableRandom(seed);
    this.batch = batch;
    this.order = new int[examples];
    for (int i = 0; i < examples; i++) {
      order[i] = i;
    }
  }

  /** Shuffles and hands on the indices of batch after batch; the array is the receiver's. */
  public void epoch(Consumer<int[]> step) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[other];
      order[other] = held;
    }
    for (int from = 0; from < order.length; from += batch) {
      int[] indices = new int[Math.min(batch, order.length - from)];
      System.arraycopy(order, from, indices, 0, indices.length);
      step.accept(indices);
    }
  }
}
