package org.glissade.tensor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program as it was described, before anything is planned.
 *
 * @param name what it is for, such as {@code train} or {@code evaluate}
 * @param graph that holds its nodes
 * @param layout of the parameters that it reads or changes
 * @param outputs what the host can read after a run, by name
 * @param effects what a run changes in the Store
 * @param gradients the flat gradient buffer, kept whole until the next run, so that it can be
 *     searched for the layer that exploded; null if the program has none
 */
public record Definition(
    String name,
    Graph graph,
    Layout layout,
    Map<String, Tensor> outputs,
    List<Effect> effects,
    @Nullable Tensor gradients) {
  /** The output under which the flat gradient buffer is read. */
  public static final String GRADIENTS = "gradients";

  /** Copies the collections. */
  public Definition {
    outputs = Map.copyOf(outputs);
    effects = List.copyOf(effects);
  }
}
