package org.glissade.layer;

import org.glissade.tensor.Tensor;

/**
 * A part of a network. It is called while a program is described (once for training, once for
 * evaluation) and never during a step. A layer is best a record of its settings.
 */
@FunctionalInterface
public interface Layer {
  /**
   * Describes the output.
   *
   * @param x the input; its first axis counts the examples of the batch
   * @param scope declares parameters and tells whether this is training
   */
  Tensor apply(Tensor x, Scope scope);

  /**
   * What a container calls this layer, with a number behind: {@code dense} gives {@code dense-1}.
   */
  default String name() {
    return "layer";
  }
}
