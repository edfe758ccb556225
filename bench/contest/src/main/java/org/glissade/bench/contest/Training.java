package org.glissade.bench.contest;

/** A network in training; as work, a turn is an epoch and gives its seconds. */
public interface Training extends Work {
  /** Shuffles, and makes a step with each batch. All of it has been computed when it returns. */
  void epoch();

  @Override
  default double[] turn() {
    return new double[] {Seconds.of(this::epoch)};
  }
}
