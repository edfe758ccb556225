package org.glissade.optim.constraint;

import org.glissade.optim.Require;
import org.glissade.optim.Selection;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
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
    double min, double max, Extent extent, double rate, double eps, Selection selection)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "min-max-norm";

  /** Checks the numbers. */
  public MinMaxNorm {
    Require.in(Range.atLeast(0), NAME + ": min", min);
    Require.in(Range.above(0), NAME + ": max", max);
    Require.in(Range.openClosed(0, 1), NAME + ": rate", rate);
    Require.in(Range.atLeast(0), NAME + ": eps", eps);
    if (min >= max) {
      throw new IllegalArgumentException(
          NAME + ": max must be above min (" + min + "), but was " + max);
    }
  }

  /** For every parameter, all the way, with no eps. */
  public MinMaxNorm(double min, double max, Extent extent) {
    this(min, max, extent, 1, 0, Selection.all());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return Landing.of(
        NAME,
        selection,
        gradients,
        step,
        aim -> aim.within(extent, w -> Landing.withNorm(w, step, this::wanted, eps)));
  }

  private Gradients wanted(Gradients norm) {
    Gradients inside = norm.maximum(min).minimum(max);
    return inside.times(rate).plus(norm.times(1 - rate));
  }
}
