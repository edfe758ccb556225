package org.glissade.nn;

import org.glissade.layer.Layer;
import org.glissade.layer.Scope;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Tensor;

/**
 * In training each value becomes 0 with probability {@code rate}, and what is left is divided by 1
 * - rate, so that the expectation stays; otherwise the values pass as they are (Srivastava et al.
 * 2014, in the inverted form). Which values fall differs in each applied update.
 *
 * @param rate in [0, 1)
 */
public record Dropout(double rate) implements Layer {
  /** Checks the rate. */
  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("dropout: rate must be in [0, 1), but was " + rate);
    }
  }

  @Override
  public Tensor apply(Tensor x, Scope scope) {
    if (!scope.training() || rate == 0) {
      return x;
    }
    Tensor draws = scope.random("mask", Distribution.UNIFORM, x.shape());
    return draws.lessThan(draws.like(rate)).select(x.like(0), x.times(1 / (1 - rate)));
  }

  @Override
  public String name() {
    return "dropout";
  }
}
