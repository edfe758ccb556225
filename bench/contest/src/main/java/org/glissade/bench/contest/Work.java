package org.glissade.bench.contest;

/** What a contestant's process does, turn after turn. */
public interface Work extends AutoCloseable {
  /** Takes one turn and gives what it measured in it, in the unit that the work says. */
  double[] turn();

  /** The share of the test set that is told rightly, NaN where nothing is told. */
  default double accuracy() {
    return Double.NaN;
  }

  @Override
  default void close() {}
}
