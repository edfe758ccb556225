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
 * Gives each group of the selected parameters one norm: w·radius/(‖w‖ + eps) for what the update
 * leads to, w = p - u; what becomes 0 stays 0. Last in a chain. Source: Keras' {@code UnitNorm},
 * whose eps is 10⁻⁷; DL4J's {@code UnitNormConstraint}; Optax's {@code projection_l2_sphere}, which
 * makes NaN of 0.
 *
 * <p>Reports {@code norm}, that of w, and {@code acted}, 1 unless it was 0 or the radius already;
 * both per group, and neither for {@link Extent#ELEMENT}.
 *
 * @param radius the norm, above 0
 * @param extent what each norm is taken over
 * @param eps at least 0
 * @param selection which parameters
 */
public record UnitNorm(Schedule radius, Extent extent, Schedule eps, Selection selection)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "unit-norm";

  /** Checks the numbers. */
  public UnitNorm {
    radius = Require.in(Range.above(0), NAME + ": radius", radius);
    eps = Require.in(Range.atLeast(0), NAME + ": eps", eps);
  }

  /** Norm 1 for every parameter, with no eps. */
  public UnitNorm(Extent extent) {
    this(Schedule.fixed(1), extent, Schedule.fixed(0), Selection.all());
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
    Tensor length = radius.in(step, "radius");
    return Landing.withNorm(
        aim, step, norm -> norm.minimum(length).maximum(length), eps.in(step, "eps"));
  }
}
