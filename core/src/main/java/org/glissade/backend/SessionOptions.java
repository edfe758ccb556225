package org.glissade.backend;

/**
 * How to open a session.
 *
 * @param seed of all random numbers of the run: first values of parameters, dropout, noise
 * @param threads how many to compute with; 0 lets the backend choose
 */
public record SessionOptions(long seed, int threads) {
  /** Checks the thread count. */
  public SessionOptions {
    if (threads < 0) {
      throw new IllegalArgumentException(
          "threads must be at least 1, or 0 to let the backend choose, but was " + threads);
    }
  }

  /** A seed, with as many threads as the backend chooses. */
  public static SessionOptions seed(long seed) {
    return new SessionOptions(seed, 0);
  }
}
