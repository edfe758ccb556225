package org.glissade.random;

import java.util.Objects;

/**
 * Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3",
 * SC'11): ten rounds turn a 64-bit key and a 128-bit counter into four independent 32-bit words.
 *
 * <p>Every method is a pure function and allocates nothing. The layout is fixed, because each
 * backend reproduces it:
 *
 * <pre>
 *   key     k0 = low half of the key      k1 = high half of the key
 *   counter c0 = low half of the block    c1 = high half of the block    c2 = step    c3 = stream
 *   bits    element i is word i mod 4 of block i / 4
 *   bits64  element i is words 0 and 1 (i even) or 2 and 3 (i odd) of block i / 2, first word high
 * </pre>
 *
 * <p>Draws of 32 and of 64 bits from the same key, stream and step overlap: give each purpose a key
 * ({@link Seed#stream}) or a stream of its own.
 */
public final class Philox {
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final int ROUNDS = 10;

  private static final float FLOAT_UNIT = 0x1p-24f;
  private static final double DOUBLE_UNIT = 0x1p-53;

  private Philox() {}

  /** The 32 random bits of an element; elements count from 0. */
  public static int bits(long key, int stream, int step, long element) {
    long pair = pair(key, stream, step, element >>> 2, (element & 2) == 0);
    return (int) ((element & 1) == 0 ? pair >>> 32 : pair);
  }

  /** The 64 random bits of an element; elements count from 0. */
  public static long bits64(long key, int stream, int step, long element) {
    return pair(key, stream, step, element >>> 1, (element & 1) == 0);
  }

  /** A uniform float in [0, 1): the upper 24 of {@link #bits}, times 2⁻²⁴. */
  public static float uniform(long key, int stream, int step, long element) {
    return toFloat(bits(key, stream, step, element));
  }

  /**
   * A uniform double in (0, 1): the upper 53 of {@link #bits64} with the last one set, times 2⁻⁵³.
   * It is never 0 or 1, and u and 1 - u are equally likely.
   */
  public static double uniformDouble(long key, int stream, int step, long element) {
    return ((bits64(key, stream, step, element) >>> 11) | 1) * DOUBLE_UNIT;
  }

  /**
   * Writes {@link #uniform} of the elements {@code firstElement}, {@code firstElement + 1}, … to
   * {@code out[offset]}, {@code out[offset + 1]}, …
   *
   * @throws IndexOutOfBoundsException if the range does not lie within {@code out}
   */
  public static void fillUniform(
      float[] out, int offset, int count, long key, int stream, int step, long firstElement) {
    Objects.checkFromIndexSize(offset, count, out.length);
    int i = 0;
    while (i < count && ((firstElement + i) & 3) != 0) {
      out[offset + i] = uniform(key, stream, step, firstElement + i);
      i++;
    }
    for (; i + 4 <= count; i += 4) {
      fillBlock(out, offset + i, key, stream, step, (firstElement + i) >>> 2);
    }
    for (; i < count; i++) {
      out[offset + i] = uniform(key, stream, step, firstElement + i);
    }
  }

  private static void fillBlock(
      float[] out, int offset, long key, int stream, int step, long block) {
    long first = pair(key, stream, step, block, true);
    long last = pair(key, stream, step, block, false);
    out[offset] = toFloat((int) (first >>> 32));
    out[offset + 1] = toFloat((int) first);
    out[offset + 2] = toFloat((int) (last >>> 32));
    out[offset + 3] = toFloat((int) last);
  }

  /** Words 0 and 1, or words 2 and 3, of a block; the earlier word is the high half. */
  static long pair(long key, int stream, int step, long block, boolean wantFirst) {
    long first = firstOf(block);
    long last = lastOf(stream, step);
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long next = nextFirst(first, last, k0);
      last = nextLast(first, last, k1);
      first = next;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    return wantFirst ? first : last;
  }

  /** (c0, c1): the low half of the block number comes first. */
  private static long firstOf(long block) {
    return Long.rotateLeft(block, 32);
  }

  /** (c2, c3). */
  private static long lastOf(int stream, int step) {
    return ((long) step << 32) | (stream & 0xFFFFFFFFL);
  }

  /** (c0, c1) ← (high(M1·c2) ^ c1 ^ k0, low(M1·c2)). */
  private static long nextFirst(long first, long last, int k0) {
    return (MULTIPLIER_1 * (last >>> 32)) ^ ((first ^ k0) << 32);
  }

  /** (c2, c3) ← (high(M0·c0) ^ c3 ^ k1, low(M0·c0)). */
  private static long nextLast(long first, long last, int k1) {
    return (MULTIPLIER_0 * (first >>> 32)) ^ ((last ^ k1) << 32);
  }

  private static float toFloat(int bits) {
    return (bits >>> 8) * FLOAT_UNIT;
  }
}
