package org.glissade.bench.race;

import java.util.List;
import java.util.Map;

/**
 * How a contestant computes.
 *
 * @param threads how many threads
 * @param waiting what they do meanwhile
 */
public record Setup(int threads, Waiting waiting) {
  /** Those among which each rival's best is sought, the likeliest first. */
  static final List<Setup> ALL =
      List.of(
          new Setup(1, Waiting.PASSIVE),
          new Setup(2, Waiting.PASSIVE),
          new Setup(1, Waiting.ACTIVE),
          new Setup(2, Waiting.ACTIVE));

  /** Environment variables by which native libraries are told. */
  Map<String, String> environment() {
    return Map.of(
        "OMP_NUM_THREADS", Integer.toString(threads), "OMP_WAIT_POLICY", waiting.toString());
  }

  @Override
  public String toString() {
    return "%d thread%s, %s".formatted(threads, threads == 1 ? "" : "s", waiting);
  }
}
