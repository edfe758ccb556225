package org.glissade.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class ShuffleTest {
  private static final Seed SEED = Seed.of(3).stream("shuffle");

  @Test
  void everyNumberAppearsOnce() {
    for (int n : new int[] {0, 1, 2, 3, 1000}) {
      int[] order = new int[n];
      Shuffle.permutation(SEED, 0, order);
      Arrays.sort(order);
      assertArrayEquals(IntStream.range(0, n).toArray(), order);
    }
  }

  @Test
  void dependsOnSeedAndEpochButNotOnWhatWasThere() {
    int[] fresh = permutation(SEED, 4, 100);
    int[] reused = permutation(SEED, 3, 100);
    assertFalse(Arrays.equals(fresh, reused));
    Shuffle.permutation(SEED, 4, reused);
    assertArrayEquals(fresh, reused);
    assertFalse(Arrays.equals(fresh, permutation(Seed.of(4), 4, 100)));
  }

  /** All 24 orders of four items, over many epochs. */
  @Test
  void everyPermutationIsEquallyLikely() {
    int epochs = 24_000;
    Map<String, Long> counts = new HashMap<>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      counts.merge(Arrays.toString(permutation(SEED, epoch, 4)), 1L, Long::sum);
    }
    assertEquals(24, counts.size());
    assertEvenlySpread(counts.values().stream().mapToLong(Long::longValue).toArray());
  }

  /** Where the first of 20 items goes. */
  @Test
  void everyPlaceIsEquallyLikely() {
    long[] places = new long[20];
    for (int epoch = 0; epoch < 20_000; epoch++) {
      int[] order = permutation(SEED, epoch, places.length);
      places[IntStream.range(0, order.length).filter(i -> order[i] == 0).findFirst().orElse(-1)]++;
    }
    assertEvenlySpread(places);
  }

  /** Without rejection the remainders 0, 1 and 2 would come up 3, 3 and 2 times in 8. */
  @Test
  void largeBoundsAreUnbiased() {
    int bound = 3 << 29;
    long[] remainders = new long[3];
    for (int i = 0; i < 30_000; i++) {
      int value = Shuffle.below(SEED.key(), 0, i, bound);
      assertTrue(value >= 0 && value < bound);
      remainders[value % 3]++;
    }
    assertEvenlySpread(remainders);
  }

  @Test
  void aRejectedDrawIsTakenAgainFromTheNextStream() {
    int bound = 3 << 29;
    long rejected = (1L << 32) % bound;
    int retries = 0;
    for (int element = 0; element < 100; element++) {
      long product = (Philox.bits(9, 0, 0, element) & 0xFFFFFFFFL) * bound;
      if ((product & 0xFFFFFFFFL) < rejected) {
        retries++;
        long next = (Philox.bits(9, 1, 0, element) & 0xFFFFFFFFL) * bound;
        if ((next & 0xFFFFFFFFL) >= rejected) {
          assertEquals(next >>> 32, Shuffle.below(9, 0, element, bound));
        }
      } else {
        assertEquals(product >>> 32, Shuffle.below(9, 0, element, bound));
      }
    }
    assertTrue(retries > 10 && retries < 60, "retries " + retries);
  }

  private static int[] permutation(Seed seed, int epoch, int n) {
    int[] order = new int[n];
    Shuffle.permutation(seed, epoch, order);
    return order;
  }

  private static void assertEvenlySpread(long[] observed) {
    double[] expected = new double[observed.length];
    Arrays.fill(expected, Arrays.stream(observed).average().orElseThrow());
    double p = new ChiSquareTest().chiSquareTest(expected, observed);
    assertTrue(p > 0.01, "chi-square p = " + p + " of " + Arrays.toString(observed));
  }
}
