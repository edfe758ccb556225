package org.glissade.nn;

import org.glissade.tensor.Tensor;

/** The hyperbolic tangent. */
public record Tanh() implements Activation {
  @Override
  public Tensor of(Tensor x) {
    return x.tanh();
  }

  @Override
  public String name() {
    return "tanh";
  }
}
