package org.glissade.tensor;

import java.util.Arrays;
import java.util.List;

/**
 * Java that a program calls while it runs.
 *
 * @param name for people
 * @param function what is called
 * @param lengths how many numbers each result has
 */
public record HostLink(String name, HostFunction function, List<Integer> lengths) {
  /** Copies the list. */
  public HostLink {
    lengths = List.copyOf(lengths);
  }

  /** Where a result begins if all of them stand one behind another. */
  public int offset(int result) {
    return lengths.subList(0, result).stream().reduce(0, Math::addExact);
  }

  /**
   * Calls the function, with results of 0.
   *
   * @throws HostLinkException with its cause, if the function throws
   */
  public void call(List<double[]> inputs, List<double[]> results) {
    results.forEach(result -> Arrays.fill(result, 0));
    try {
      function.apply(inputs, results);
    } catch (RuntimeException failure) {
      throw new HostLinkException(name, failure);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
