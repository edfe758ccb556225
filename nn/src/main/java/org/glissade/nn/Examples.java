package org.glissade.nn;

import org.glissade.data.Dataset;
import org.glissade.tensor.DType;
import org.glissade.tensor.Shape;

/**
 * What a program must know of a data set: everything but its numbers.
 *
 * @param count number of examples
 * @param features type of the features
 * @param target shape of one target
 * @param targets type of the targets
 */
public record Examples(int count, DType features, Shape target, DType targets) {
  /** Those of a data set. */
  public static Examples of(Dataset data) {
    return new Examples(
        data.size(), data.features().type(), data.targets().example(), data.targets().type());
  }

  /** As many examples of the same kind as a program takes at once. */
  Examples chunk(int batch) {
    return new Examples(batch, features, target, targets);
  }
}
