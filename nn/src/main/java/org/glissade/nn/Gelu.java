package org.glissade.nn;

import org.glissade.tensor.Tensor;

/**
 * x · Φ(x) = x/2 · (1 + erf(x/√2)), exactly and not by the tanh approximation (Hendrycks and Gimpel
 * 2016).
 */
public record Gelu() implements Activation {
  private static final double ROOT_HALF = Math.sqrt(0.5);

  @Override
  public Tensor of(Tensor x) {
    return x.times(0.5).times(x.times(ROOT_HALF).erf().plus(1));
  }

  @Override
  public String name() {
    return "gelu";
  }
}
