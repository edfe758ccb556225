package org.glissade.nn;

import java.util.Optional;
import org.glissade.tensor.Tensor;

/**
 * What training makes small: one number for each example. The mean over the batch is taken outside,
 * as a node of its own.
 */
public interface Loss {
  /**
   * Describes the loss of each example.
   *
   * @param output of the network, [n, …]
   * @param targets as they lie in the data set, [n, …], as floats
   * @return shape [n]
   */
  Tensor perExample(Tensor output, Tensor targets);

  /**
   * Describes the class that each output stands for, shape [n]; empty where outputs are no classes.
   */
  default Optional<Tensor> classes(Tensor output) {
    return Optional.empty();
  }

  /** What people call it. */
  String name();
}
