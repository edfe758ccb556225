package org.glissade.backend;

/** Whether a backend can run on this machine, and if not, why and what helps. */
public sealed interface Availability {
  /**
   * It can.
   *
   * @param found what was found, for people, such as {@code Vector API, 16 float lanes, 2 threads}
   */
  record Available(String found) implements Availability {}

  /**
   * It cannot.
   *
   * @param reason why, in one sentence
   * @param remedy what to do about it
   */
  record Unavailable(String reason, String remedy) implements Availability {}

  /** It can, and what was found. */
  static Availability available(String found) {
    return new Available(found);
  }

  /** It cannot: why, and what to do about it. */
  static Availability unavailable(String reason, String remedy) {
    return new Unavailable(reason, remedy);
  }
}
