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
public record ClipByValue(Schedule low, Schedule high) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "clip-by-value";

  /** What the lower bound is called as a setting. */
  public static final String LOW = "low";

  /** What the upper bound is called as a setting. */
  public static final String HIGH = "high";

  /** Checks that there is something between the bounds, and 0 among it. */
  public ClipByValue {
    low = Require.in(Range.atMost(0), NAME + ": " + LOW, low);
    high = Require.in(Range.atLeast(0), NAME + ": " + HIGH, high);
    if (low.isZero() && high.isZero()) {
      throw new IllegalArgumentException(
          NAME + ": low must be below high, but both were 0.0; scale(0) makes all zero");
    }
  }

  /** Always the same bounds, each of which is a setting. */
  public ClipByValue(double low, double high) {
    this(Schedule.constant(low), Schedule.constant(high));
  }

  /** Clips to [-bound, bound]. */
  public ClipByValue(Schedule bound) {
    this(negated(bound), bound);
  }

  /** Clips to [-bound, bound]. */
  public ClipByValue(double bound) {
    this(Schedule.constant(bound));
  }

  private static Schedule negated(Schedule bound) {
    Require.fading(Range.above(0), NAME + ": bound", bound);
    return bound instanceof ConstantSchedule constant
        ? Schedule.constant(-constant.value())
        : new NegatedSchedule(bound);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients least = gradients.scalar(low.in(step, LOW));
    Gradients most = gradients.scalar(high.in(step, HIGH));
    Gradients outside = gradients.lessThan(least).plus(most.lessThan(gradients));
    step.report("acted", outside.within(Extent.GLOBAL, Gradients::mean));
    return gradients.maximum(least).minimum(most);
  }
}
