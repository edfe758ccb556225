package org.glissade.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhiloxTest {
  private static final long KEY = 0x243f6a8885a308d3L;
  private static final int SAMPLES = 20_000;

  /** The known answers of Random123: counter and key words in, words out. */
  @ParameterizedTest
  @CsvSource({
    "00000000,00000000,00000000,00000000, 00000000,00000000, 6627e8d5,e169c58d,bc57ac4c,9b00dbd8",
    "ffffffff,ffffffff,ffffffff,ffffffff, ffffffff,ffffffff, 408f276d,41c83b0e,a20bc7c6,6d5451fd",
    "243f6a88,85a308d3,13198a2e,03707344, a4093822,299f31d0, d16cfe09,94fdcceb,5001e420,24126ea1"
  })
  void knownAnswers(
      String c0,
      String c1,
      String c2,
      String c3,
      String k0,
      String k1,
      String w0,
      String w1,
      String w2,
      String w3) {
    long key = words(k1, k0);
    long block = words(c1, c0);
    int step = Integer.parseUnsignedInt(c2, 16);
    int stream = Integer.parseUnsignedInt(c3, 16);

    assertEquals(words(w0, w1), Philox.pair(key, stream, step, block, true));
    assertEquals(words(w2, w3), Philox.pair(key, stream, step, block, false));
  }

  @Test
  void elementsAreTheWordsOfTheirBlocksInOrder() {
    assertEquals(0x6627e8d5, Philox.bits(0, 0, 0, 0));
    assertEquals(0xe169c58d, Philox.bits(0, 0, 0, 1));
    assertEquals(0xbc57ac4c, Philox.bits(0, 0, 0, 2));
    assertEquals(0x9b00dbd8, Philox.bits(0, 0, 0, 3));
    assertEquals(0x6627e8d5e169c58dL, Philox.bits64(0, 0, 0, 0));
    assertEquals(0xbc57ac4c9b00dbd8L, Philox.bits64(0, 0, 0, 1));
    assertEquals(Philox.bits64(KEY, 3, 5, 14) >>> 32, Philox.bits(KEY, 3, 5, 28) & 0xFFFFFFFFL);
    assertEquals((int) Philox.bits64(KEY, 3, 5, 15), Philox.bits(KEY, 3, 5, 31));
  }

  @Test
  void elementsBeyondThirtyTwoBitsAreNotRepeated() {
    long far = 1L << 34;
    assertTrue(Philox.bits(KEY, 0, 0, far) != Philox.bits(KEY, 0, 0, 0));
    assertEquals(Philox.bits(KEY, 0, 0, far), Philox.pair(KEY, 0, 0, 1L << 32, true) >> 32);
  }

  @Test
  void uniformsAreTheUpperBits() {
    int bits = Philox.bits(KEY, 1, 2, 3);
    assertEquals((bits >>> 8) / 16777216f, Philox.uniform(KEY, 1, 2, 3));
    long odd = (Philox.bits64(KEY, 1, 2, 3) >>> 11) | 1;
    assertEquals(odd / 9007199254740992.0, Philox.uniformDouble(KEY, 1, 2, 3));
  }

  @Test
  void fillEqualsSingleDrawsForEveryAlignment() {
    for (int first = 0; first < 9; first++) {
      for (int count = 0; count < 14; count++) {
        float[] expected = new float[20];
        Arrays.fill(expected, -1f);
        float[] actual = expected.clone();
        for (int i = 0; i < count; i++) {
          expected[3 + i] = Philox.uniform(KEY, 4, 9, first + i);
        }
        Philox.fillUniform(actual, 3, count, KEY, 4, 9, first);
        assertArrayEquals(expected, actual, "first " + first + ", count " + count);
      }
    }
  }

  @Test
  void fillOutsideTheArrayIsRefusedAndWritesNothing() {
    float[] out = new float[8];
    assertThrows(
        IndexOutOfBoundsException.class, () -> Philox.fillUniform(out, 5, 4, KEY, 0, 0, 0));
    assertThrows(
        IndexOutOfBoundsException.class, () -> Philox.fillUniform(out, -1, 4, KEY, 0, 0, 0));
    assertArrayEquals(new float[8], out);
  }

  @Test
  void uniformsAreUniform() {
    double[] floats = new double[SAMPLES];
    double[] doubles = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      floats[i] = Philox.uniform(KEY, 0, 0, i);
      doubles[i] = Philox.uniformDouble(KEY, 1, 0, i);
      assertTrue(floats[i] >= 0 && floats[i] < 1);
      assertTrue(doubles[i] > 0 && doubles[i] < 1);
    }
    assertUniform(floats);
    assertUniform(doubles);
  }

  @Test
  void streamsStepsAndKeysAreUnrelated() {
    double[] one = draws(KEY, 0, 0);
    assertUnrelated(one, draws(KEY, 1, 0));
    assertUnrelated(one, draws(KEY, 0, 1));
    assertUnrelated(one, draws(KEY + 1, 0, 0));
    assertUnrelated(one, draws(KEY + (1L << 32), 0, 0));
  }

  private static double[] draws(long key, int stream, int step) {
    double[] out = new double[SAMPLES];
    Arrays.setAll(out, i -> Philox.uniformDouble(key, stream, step, i));
    return out;
  }

  private static void assertUniform(double[] samples) {
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), samples);
    assertTrue(p > 0.01, "Kolmogorov-Smirnov p = " + p);
    double mean = Arrays.stream(samples).average().orElseThrow();
    assertEquals(0.5, mean, 4 / Math.sqrt(12.0 * SAMPLES));
  }

  private static void assertUnrelated(double[] a, double[] b) {
    assertEquals(0, new PearsonsCorrelation().correlation(a, b), 4 / Math.sqrt(SAMPLES));
  }

  private static long words(String high, String low) {
    return (Long.parseLong(high, 16) << 32) | Long.parseLong(low, 16);
  }
}
