package org.glissade.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class SeedTest {
  private static final Seed RUN = Seed.of(42);

  /** The published test vectors of FNV-1a. */
  @Test
  void namesAreHashedByFnv() {
    assertEquals(0xcbf29ce484222325L, Seed.fnv(""));
    assertEquals(0xaf63dc4c8601ec8cL, Seed.fnv("a"));
    assertEquals(0x85944171f73967e8L, Seed.fnv("foobar"));
  }

  /** The JDK's SplittableRandom is SplitMix64. */
  @Test
  void bitsAreMixedBySplitMix() {
    for (long seed : new long[] {0, 1, -1, 1234567}) {
      long expected = new SplittableRandom(seed).nextLong();
      assertEquals(expected, Seed.mix(seed + 0x9e3779b97f4a7c15L));
    }
  }

  /** Worked out by hand from the documented formula; checkpoints depend on it. */
  @Test
  void theKeyOfANameIsFixed() {
    long mixed = new SplittableRandom(42).nextLong() ^ 0xaf63dc4c8601ec8cL;
    long expected = new SplittableRandom(mixed - 0x9e3779b97f4a7c15L).nextLong();
    assertEquals(expected, RUN.stream("a").key());
    assertEquals(RUN.stream("a"), Seed.of(42).stream("a"));
  }

  @Test
  void namesOfNamesAreUnlikeJoinedNames() {
    assertNotEquals(RUN.stream("ab"), RUN.stream("a").stream("b"));
    assertNotEquals(RUN.stream("b").stream("a"), RUN.stream("a").stream("b"));
    assertNotEquals(RUN, RUN.stream(""));
    assertNotEquals(RUN.stream("ä"), RUN.stream("a"));
  }

  @Test
  void nearbySeedsAndNamesNeverMeet() {
    Set<Long> keys = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      for (int layer = 0; layer < 100; layer++) {
        assertTrue(keys.add(Seed.of(seed).stream("init/dense-" + layer).key()));
      }
    }
  }

  @Test
  void streamsOfOneSeedAreUncorrelated() {
    int samples = 20_000;
    String[] names = {"init/dense-1", "init/dense-2", "shuffle", "dropout", ""};
    double[][] draws = new double[names.length][samples];
    for (int n = 0; n < names.length; n++) {
      long key = RUN.stream(names[n]).key();
      for (int i = 0; i < samples; i++) {
        draws[n][i] = Philox.uniformDouble(key, 0, 0, i);
      }
    }
    for (int a = 0; a < names.length; a++) {
      for (int b = 0; b < a; b++) {
        double correlation = new PearsonsCorrelation().correlation(draws[a], draws[b]);
        assertEquals(0, correlation, 4 / Math.sqrt(samples), names[a] + " and " + names[b]);
      }
    }
  }
}
