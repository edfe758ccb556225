package org.glissade.nn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a model does on a data set.
 *
 * @param examples how many there were
 * @param loss its mean
 * @param confusion which class was taken for which; empty where the loss knows no classes
 * @param zeroShares for each activation layer, from input to output, the share of its outputs that
 *     were exactly 0
 */
public record Evaluation(
    int examples,
    double loss,
    Optional<ConfusionMatrix> confusion,
    Map<String, Double> zeroShares) {
  /** Keeps the order of the layers. */
  public Evaluation {
    zeroShares = Collections.unmodifiableMap(new LinkedHashMap<>(zeroShares));
  }

  /** The share of examples whose class was found; NaN where the loss knows no classes. */
  public double accuracy() {
    return confusion.map(ConfusionMatrix::accuracy).orElse(Double.NaN);
  }
}
