package org.glissade.examples.report;

import java.util.List;

/**
 * What a run was given besides its transform.
 *
 * @param initialiser how the parameters begin, in words, for example {@code he weights}; or the
 *     text of a network that says it itself
 * @param scale how pixels are scaled, for example {@code pixels/255}
 * @param batchSize examples in a batch
 * @param epochs epochs asked for
 * @param layers units of each layer from input to output, for example 784, 128, 64, 10
 */
public record RunSettings(
    String initialiser, String scale, int batchSize, int epochs, List<Integer> layers) {
  public RunSettings {
    layers = List.copyOf(layers);
  }

  /**
   * One line without the transform, for example {@code 784-128-64-10, he weights, pixels/255, …}.
   */
  public String summary() {
    StringBuilder line = new StringBuilder();
    line.append(String.join("-", layers.stream().map(String::valueOf).toList()));
    line.append(", ").append(initialiser).append(", ").append(scale);
    line.append(", batch ").append(batchSize).append(", ").append(Format.count(epochs, "epoch"));
    return line.toString();
  }
}
