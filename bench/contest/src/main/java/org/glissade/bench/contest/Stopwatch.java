package org.glissade.bench.contest;

/** The best rate that some work reached in any of many short turns. */
public final class Stopwatch {
  /** Nanoseconds of a turn: short enough to fall between two interruptions. */
  private static final long TURN = 2_000_000;

  private final String name;
  private final long operations;
  private final Runnable work;
  private double best;

  /**
   * A stopwatch for one kind of work.
   *
   * @param operations floating-point operations of one call
   */
  public Stopwatch(String name, long operations, Runnable work) {
    this.name = name;
    this.operations = operations;
    this.work = work;
  }

  /** What is measured. */
  public String name() {
    return name;
  }

  /** The best GFLOP/s so far. */
  public double best() {
    return best;
  }

  /** Works for some turns and gives the best GFLOP/s of them. */
  public double measure(int turns) {
    double bestNow = 0;
    for (int turn = 0; turn < turns; turn++) {
      long begin = System.nanoTime();
      long calls = 0;
      long spent;
      do {
        work.run();
        calls++;
        spent = System.nanoTime() - begin;
      } while (spent < TURN);
      bestNow = Math.max(bestNow, (double) calls * operations / spent);
    }
    best = Math.max(best, bestNow);
    return bestNow;
  }
}
