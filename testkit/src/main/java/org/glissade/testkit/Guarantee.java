package org.glissade.testkit;

/** What a backend may promise beyond right results. */
public enum Guarantee {
  /** After warm-up {@code program.run()} allocates nothing, on no thread. */
  NO_ALLOCATION,
  /** The same program from the same state gives the same bits for any number of threads. */
  SAME_BITS_FOR_ANY_THREAD_COUNT
}
