package org.glissade.random;

import java.nio.charset.StandardCharsets;

/**
 * The seed of a run, or of one named part of it. One number gives any number of unrelated streams,
 * each named after what it is for: {@code Seed.of(42).stream("shuffle")}.
 *
 * @param key the 64 bits that {@link Philox} takes as its key
 */
public record Seed(long key) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  /** The seed with these 64 bits. */
  public static Seed of(long key) {
    return new Seed(key);
  }

  /**
   * The seed of a named part: {@code mix(mix(key + γ) ^ fnv(name))}, where {@code mix} is the
   * finaliser of SplitMix64 (Steele, Lea and Flood 2014), γ its golden gamma and {@code fnv} the
   * 64-bit FNV-1a hash of the name in UTF-8. Names of names are unlike joined names: {@code
   * stream("a").stream("b")} differs from {@code stream("ab")}.
   */
  public Seed stream(String name) {
    return new Seed(mix(mix(key + GOLDEN_GAMMA) ^ fnv(name)));
  }

  static long fnv(String name) {
    long hash = FNV_OFFSET;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return hash;
  }

  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
