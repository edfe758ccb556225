package org.glissade.nn;

import org.glissade.tensor.Tensor;

/**
 * x where x &gt; 0, else slope · x, so that no unit is ever without a gradient (Maas, Hannun and Ng
 * 2013).
 *
 * @param slope of the part below 0, at least 0
 */
public record LeakyRelu(double slope) implements Activation {
  /** The slope of the paper. */
  public static final double USUAL_SLOPE = 0.01;

  /** Checks the slope. */
  public LeakyRelu {
    if (!(slope >= 0 && slope < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("leaky-relu: slope must be at least 0, but was " + slope);
    }
  }

  @Override
  public Tensor of(Tensor x) {
    return x.like(0).lessThan(x).select(x, x.times(slope));
  }

  @Override
  public String name() {
    return "leaky-relu";
  }
}
