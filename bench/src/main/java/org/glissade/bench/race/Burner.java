package org.glissade.bench.race;

import java.util.SplittableRandom;

/** A process that keeps one core busy until it is ended. */
final class Burner {
  private Burner() {}

  /** Computes what nobody needs; the comparison keeps the compiler from seeing that. */
  public static void main(String[] arguments) {
    SplittableRandom random = new SplittableRandom(1);
    long sum = 1;
    while (sum != 0) {
      sum = random.nextLong() | 1;
    }
  }
}
