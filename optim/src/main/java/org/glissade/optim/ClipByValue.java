package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * min(max(g, low), high) for each element; NaN stays NaN. Source: TensorFlow's {@code
 * clip_by_value}, Optax's {@code clip}, PyTorch's {@code clip_grad_value_}.
 *
 * <p>Reports {@code acted}, the share of elements that were outside.
 *
 * @param low the lower bound, at most 0
 * @param high the upper bound, at least 0, so that a zero gradient stays zero
 */
public record ClipByValue(double low, double high) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "clip-by-value";

  /** Checks that there is something between the bounds, and 0 among it. */
  public ClipByValue {
    Require.in(Range.atMost(0), NAME + ": low", low);
    Require.in(Range.atLeast(0), NAME + ": high", high);
    if (low == high) {
      throw new IllegalArgumentException(
          NAME + ": low must be below high, but both were " + high + "; scale(0) makes all zero");
    }
  }

  /** Clips to [-bound, bound]. */
  public ClipByValue(double bound) {
    this(-checked(bound), bound);
  }

  private static double checked(double bound) {
    Require.in(Range.above(0), NAME + ": bound", bound);
    return bound;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients below = gradients.lessThan(gradients.like(low));
    Gradients above = gradients.like(high).lessThan(gradients);
    step.report("acted", below.plus(above).within(Extent.GLOBAL, Gradients::mean));
    return gradients.maximum(low).minimum(high);
  }
}
