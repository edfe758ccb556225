package org.glissade.random;

/** The order in which an epoch visits the examples. */
public final class Shuffle {
  private static final long WORD = 0xFFFFFFFFL;

  private Shuffle() {}

  /**
   * Writes a random permutation of 0, 1, …, n - 1 to {@code order}, in place. It depends on the
   * seed, the epoch and n alone, never on what {@code order} held, so a resumed run sees the same
   * order. Fisher and Yates' shuffle; every permutation is equally likely.
   */
  public static void permutation(Seed seed, int epoch, int[] order) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int i = order.length - 1; i > 0; i--) {
      int j = below(seed.key(), epoch, i, i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  /**
   * An unbiased integer in [0, bound), for bound ≥ 1 (Lemire, "Fast random integer generation in an
   * interval", 2019). The attempts at one element are the streams 0, 1, 2, … of the generator.
   */
  static int below(long key, int step, long element, int bound) {
    long rejected = (1L << 32) % bound;
    int attempt = 0;
    long product;
    do {
      product = (Philox.bits(key, attempt++, step, element) & WORD) * bound;
    } while ((product & WORD) < rejected);
    return (int) (product >>> 32);
  }
}
