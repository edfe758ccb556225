package org.glissade.optim.constraint;

import org.glissade.optim.Moments;
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
 * Moves the norm of each group of the selected parameters into [min, max], by a share of the way in
 * each step: w·(rate·min(max(‖w‖, min), max) + (1 - rate)·‖w‖)/(‖w‖ + eps) for what the update
 * leads to, w = p - u; what becomes 0 stays 0. Last in a chain. Source: Keras' {@code MinMaxNorm},
 * whose eps is 10⁻⁷; DL4J's {@code MinMaxNormConstraint}.
 *
 * <p>Reports {@code norm}, that of w, and {@code acted}, 1 where it was outside; both per group,
 * and neither for {@link Extent#ELEMENT}.
 *
 * @param min the least norm, at least 0
 * @param max the largest norm, above it
 * @param extent what each norm is taken over
 * @param rate the share of the way, above 0 and at most 1
 * @param eps at least 0
 * @param selection which parameters
 */
public record MinMaxNorm(
    Schedule min, Schedule max, Extent extent, Schedule rate, Schedule eps, Selection selection)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "min-max-norm";

  /** Checks the numbers. */
  public MinMaxNorm {
    min = Require.in(Range.atLeast(0), NAME + ": min", min);
    max = Require.in(Range.above(0), NAME + ": max", max);
    rate = Require.in(Range.openClosed(0, 1), NAME + ": rate", rate);
    eps = Require.in(Range.atLeast(0), NAME + ": eps", eps);
    Require.above(NAME, "min", min, "max", max);
  }

  /** For every parameter, all the way, with no eps. */
  public MinMaxNorm(double min, double max, Extent extent) {
    this(
        Schedule.fixed(min),
        Schedule.fixed(max),
        extent,
        Schedule.fixed(1),
        Schedule.fixed(0),
        Selection.all());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return Landing.of(
        NAME, selection, gradients, step, aim -> aim.within(extent, w -> project(w, step)));
  }

  private Gradients project(Gradients aim, StepContext step) {
    Tensor least = min.in(step, "min");
    Tensor most = max.in(step, "max");
    Tensor share = rate.in(step, "rate");
    return Landing.withNorm(
        aim,
        step,
        norm -> between(norm, least, most).times(share).plus(norm.times(Moments.rest(share))),
        eps.in(step, "eps"));
  }

  private static Gradients between(Gradients norm, Tensor least, Tensor most) {
    return norm.maximum(least).minimum(most);
  }
}
