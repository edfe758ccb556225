package org.glissade.bench.contest;

/** How long something takes. */
public final class Seconds {
  private static final double NANO = 1e-9;

  private Seconds() {}

  /** Does it once. */
  public static double of(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return NANO * (System.nanoTime() - begin);
  }
}
