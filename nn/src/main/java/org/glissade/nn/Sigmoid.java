package org.glissade.nn;

import org.glissade.tensor.Tensor;

/** 1/(1 + e^-x). */
public record Sigmoid() implements Activation {
  @Override
  public Tensor of(Tensor x) {
    return x.sigmoid();
  }

  @Override
  public String name() {
    return "sigmoid";
  }
}
