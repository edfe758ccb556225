package org.glissade.optim.constraint;

import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.optim.Selection;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Keeps each element of the selected parameters within [low, high], up to the rounding of p - (p -
 * high). Last in a chain. Source: Optax's {@code projection_box}, {@code projection_hypercube} and
 * {@code projection_linf_ball}; the weight clipping of Wasserstein GANs, arXiv:1701.07875.
 *
 * <p>Reports {@code acted}, the share of elements that were held back.
 *
 * @param low the lower bound
 * @param high the upper bound, above it
 * @param selection which parameters
 */
public record Box(Schedule low, Schedule high, Selection selection) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "box";

  /** Checks the bounds. */
  public Box {
    low = Require.in(Range.any(), NAME + ": low", low);
    high = Require.in(Range.any(), NAME + ": high", high);
    Require.above(NAME, "low", low, "high", high);
  }

  /** For every parameter. */
  public Box(double low, double high) {
    this(Schedule.fixed(low), Schedule.fixed(high), Selection.all());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return Landing.of(NAME, selection, gradients, step, aim -> project(aim, step));
  }

  private Gradients project(Gradients aim, StepContext step) {
    Tensor least = low.in(step, "low");
    Tensor most = high.in(step, "high");
    Gradients below = aim.lessThan(aim.like(least));
    Gradients above = aim.like(most).lessThan(aim);
    step.report("acted", below.plus(above).within(Extent.GLOBAL, Gradients::mean));
    return aim.maximum(least).minimum(most);
  }
}
