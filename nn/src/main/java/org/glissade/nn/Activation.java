package org.glissade.nn;

import org.glissade.layer.Layer;
import org.glissade.layer.Scope;
import org.glissade.tensor.Tensor;

/** A layer without parameters that bends what the layer before it gave. */
@FunctionalInterface
public interface Activation extends Layer {
  /** Describes the activation of a tensor. */
  Tensor of(Tensor x);

  @Override
  default Tensor apply(Tensor x, Scope scope) {
    return of(x);
  }
}
