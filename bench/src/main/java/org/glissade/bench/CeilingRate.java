package org.glissade.bench;

import org.glissade.bench.contest.Stopwatch;
import org.glissade.bench.contest.Work;

/** What one thread can do: GFLOP/s of multiply-adds on registers, and of our matrix product. */
final class CeilingRate implements Work {
  private static final int FMA_ROUNDS = 10_000;
  private static final int TURNS = 100;
  private static final int SQUARE = 512;

  private final Product wide = new Product(W1.BATCH, W1.BATCH, 784, false, false, 1);
  private final Product square = new Product(SQUARE, SQUARE, SQUARE, false, false, 1);
  private final Stopwatch fma =
      new Stopwatch("FMA loop", Fma.operations(FMA_ROUNDS), this::multiplyAndAdd);
  private final Stopwatch ours = new Stopwatch("wide", wide.operations(), wide::run);
  private final Stopwatch oursSquare = new Stopwatch("square", square.operations(), square::run);
  private float sink;

  private void multiplyAndAdd() {
    sink += Fma.run(FMA_ROUNDS);
  }

  @Override
  public double[] turn() {
    double product = Math.max(ours.measure(TURNS), oursSquare.measure(TURNS));
    return new double[] {fma.measure(TURNS), product};
  }

  @Override
  public void close() {
    wide.close();
    square.close();
  }
}
