package org.glissade.bench;

/** Another library's matrix product, to measure ours by; a Maven profile adds one. */
public interface Peer {
  /** The library, for people. */
  String name();

  /**
   * A product [m, n] = A·B over k terms that is ready to be computed again and again on one thread.
   */
  Runnable product(int m, int n, int k);
}
