package org.glissade.testkit.layer;

import java.util.function.Supplier;
import org.glissade.backend.Backend;
import org.glissade.layer.Layer;
import org.glissade.tensor.Shape;

/**
 * A layer under test.
 *
 * @param name for messages
 * @param layer makes it anew
 * @param example the shape of one example of its input
 * @param mixing whether an output may depend on the other examples of the batch in training
 * @param backend that runs it
 */
public record Tested(
    String name, Supplier<Layer> layer, Shape example, boolean mixing, Backend backend) {
  /** The name under which it declares its parameters. */
  static final String SCOPE = "tested";

  /** For messages: {@code dense(3) on examples of [7], on reference}. */
  @Override
  public String toString() {
    return "%s on examples of %s, on %s".formatted(name, example, backend.name());
  }
}
