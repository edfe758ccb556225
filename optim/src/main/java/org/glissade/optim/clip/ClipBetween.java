package org.glissade.optim.clip;

import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * max(min(g, high), low) for each element, where each bound is a tensor: a number of its own for
 * every element, group or parameter, such as a share of the weights. Where low is above high the
 * result is low; NaN stays NaN. Source: TensorFlow's {@code clip_by_value} with tensors. {@link
 * org.glissade.optim.ClipByValue} has numbers for bounds, and a name in text.
 *
 * <p>Reports {@code acted}, the share of elements that were outside.
 *
 * @param low the lower bounds
 * @param high the upper bounds
 */
public record ClipBetween(Bound low, Bound high) implements GradientTransform {
  /** What the link is called. */
  public static final String NAME = "clip-between";

  /** Describes bounds; what it gives meets the gradients element by element. */
  @FunctionalInterface
  public interface Bound {
    /** The bounds of these gradients. */
    Gradients of(Gradients gradients, StepContext step);
  }

  /** Clips to [-bound, bound]. */
  public ClipBetween(Bound bound) {
    this((gradients, step) -> bound.of(gradients, step).negate(), bound);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients least = low.of(gradients, step);
    Gradients most = high.of(gradients, step);
    Gradients clipped = gradients.minimum(most).maximum(least);
    Gradients outside = gradients.lessThan(least).maximum(most.lessThan(gradients));
    step.report("acted", outside.within(Extent.GLOBAL, Gradients::mean));
    return clipped;
  }
}
