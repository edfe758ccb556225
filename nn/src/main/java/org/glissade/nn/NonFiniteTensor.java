package org.glissade.nn;

import java.util.ArrayList;
import java.util.List;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;

/**
 * The first parameter, in backward order, whose gradient is not finite: the last layer comes first,
 * because its gradient is computed first, and what is wrong with it spreads to all layers before.
 *
 * @param layer path of its layer
 * @param parameter its path
 * @param element the first bad element, in C order
 * @param value what stands there
 * @param bad how many of its elements are not finite
 * @param size how many elements it has
 * @param finiteLayers the layers all of whose gradients are finite
 */
public record NonFiniteTensor(
    String layer,
    String parameter,
    int element,
    float value,
    int bad,
    int size,
    List<String> finiteLayers) {
  /** Copies the list. */
  public NonFiniteTensor {
    finiteLayers = List.copyOf(finiteLayers);
  }

  /**
   * Searches the flat gradient buffer.
   *
   * @throws IllegalStateException if all of it is finite
   */
  static NonFiniteTensor find(Layout layout, float[] gradients) {
    List<String> finite = new ArrayList<>(layout.layers());
    int last = -1;
    for (int i = 0; i < layout.parameters().size(); i++) {
      if (count(layout, i, gradients) > 0) {
        finite.remove(layout.parameters().get(i).layer());
        last = i;
      }
    }
    if (last < 0) {
      throw new IllegalStateException(
          "The step reported a non-finite gradient, but every gradient is finite");
    }
    return at(layout, last, gradients, finite);
  }

  private static NonFiniteTensor at(Layout layout, int i, float[] gradients, List<String> finite) {
    Parameter parameter = layout.parameters().get(i);
    int element = 0;
    while (Float.isFinite(gradients[layout.offset(i) + element])) {
      element++;
    }
    return new NonFiniteTensor(
        parameter.layer(),
        parameter.path(),
        element,
        gradients[layout.offset(i) + element],
        count(layout, i, gradients),
        layout.length(i),
        finite);
  }

  private static int count(Layout layout, int i, float[] gradients) {
    int count = 0;
    for (int k = layout.offset(i); k < layout.offset(i) + layout.length(i); k++) {
      count += Float.isFinite(gradients[k]) ? 0 : 1;
    }
    return count;
  }
}
