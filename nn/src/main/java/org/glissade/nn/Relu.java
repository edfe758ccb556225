package org.glissade.nn;

import org.glissade.tensor.Tensor;

/** max(x, 0), with gradient 0 at 0. */
public record Relu() implements Activation {
  @Override
  public Tensor of(Tensor x) {
    return x.relu();
  }

  @Override
  public String name() {
    return "relu";
  }
}
