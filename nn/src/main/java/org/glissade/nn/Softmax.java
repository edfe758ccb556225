package org.glissade.nn;

import org.glissade.tensor.Tensor;

/**
 * e^xᵢ / Σⱼ e^xⱼ over the last axis, computed from x - max x, so that no finite x overflows. To
 * train a classifier leave it out and use {@link SoftmaxCrossEntropy}, which takes the values
 * before it.
 */
public record Softmax() implements Activation {
  @Override
  public Tensor of(Tensor x) {
    Tensor powers = x.minus(x.max(-1).detach()).exp();
    return powers.dividedBy(powers.sum(-1));
  }

  @Override
  public String name() {
    return "softmax";
  }
}
