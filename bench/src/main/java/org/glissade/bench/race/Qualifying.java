package org.glissade.bench.race;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The short round before the race, in which each rival's best setup is found. */
final class Qualifying {
  private Qualifying() {}

  /**
   * The setup with the least time.
   *
   * @param time seconds in a setup; empty where the contestant fails in it or takes too long
   * @return empty if it fails in all
   */
  static Optional<Setup> best(List<Setup> setups, Function<Setup, Optional<Double>> time) {
    Optional<Setup> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (Setup setup : setups) {
      double seconds = time.apply(setup).orElse(Double.POSITIVE_INFINITY);
      if (seconds < least) {
        least = seconds;
        best = Optional.of(setup);
      }
    }
    return best;
  }
}
