package org.glissade.examples;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.glissade.tensor.Extent;

/**
 * What dry runs have shown.
 *
 * @param steps how many each was to make
 * @param plain the chain without any clip
 * @param norms for each extent the norm of the longest group of each step of the plain chain,
 *     sorted
 * @param clips the chains that clip
 * @param renormalized the chains that renormalise
 */
record Advice(
    int steps,
    Tried plain,
    Map<Extent, double[]> norms,
    List<Tried> clips,
    List<Tried> renormalized) {
  /**
   * A chain that was tried.
   *
   * @param chain its text
   * @param acted in which share of the steps it changed the gradient; NaN where it never could
   * @param accuracy of the model then, on training data; NaN where a gradient was not finite
   * @param made how many steps were made
   */
  record Tried(String chain, double acted, double accuracy, int made) {}

  /** The clip that ends with the highest accuracy, if any stays finite. */
  Optional<Tried> clip() {
    return best(clips.stream());
  }

  /** The same of the chains that renormalise. */
  Optional<Tried> renormalize() {
    return best(renormalized.stream());
  }

  /** What ends with the highest accuracy of all; of equals the first, if anything stays finite. */
  Optional<Tried> best() {
    return best(
        Stream.of(Stream.of(plain), clips.stream(), renormalized.stream()).flatMap(all -> all));
  }

  private static Optional<Tried> best(Stream<Tried> chains) {
    return chains
        .filter(tried -> !Double.isNaN(tried.accuracy()))
        .reduce((a, b) -> b.accuracy() > a.accuracy() ? b : a);
  }
}
