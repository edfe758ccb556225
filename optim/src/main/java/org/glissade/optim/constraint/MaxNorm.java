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
 * Keeps the norm of each group of the selected parameters at most c: w·min(‖w‖, c)/(‖w‖ + eps) for
 * what the update leads to, w = p - u. Last in a chain. Source: Srivastava et al., JMLR 15 (2014);
 * Keras' {@code MaxNorm}, whose eps is 10⁻⁷; DL4J's {@code MaxNormConstraint}; Optax's {@code
 * projection_l2_ball}, without one.
 *
 * <p>Reports {@code norm}, that of w, and {@code acted}, 1 where it was above c; both per group,
 * and neither for {@link Extent#ELEMENT}.
 *
 * @param max c, above 0; a schedule may end at 0
 * @param extent what each norm is taken over
 * @param eps at least 0; above 0 it shortens every w a little in every step
 * @param selection which parameters
 */
public record MaxNorm(Schedule max, Extent extent, Schedule eps, Selection selection)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "max-norm";

  /** What the bound is called as a setting. */
  public static final String MAX = "max";

  /** Checks the numbers. */
  public MaxNorm {
    max = Require.fading(Range.above(0), NAME + ": " + MAX, max);
    eps = Require.in(Range.atLeast(0), NAME + ": eps", eps);
  }

  /** For every parameter, with no eps. */
  public MaxNorm(double max, Extent extent) {
    this(Schedule.constant(max), extent, Schedule.fixed(0), Selection.all());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients bound = gradients.scalar(max.in(step, MAX));
    return Landing.of(NAME, selection, gradients, step, aim -> project(aim, bound, step));
  }

  private Gradients project(Gradients aim, Gradients bound, StepContext step) {
    Tensor added = eps.in(step, "eps");
    return aim.within(extent, w -> Landing.withNorm(w, step, norm -> norm.minimum(bound), added));
  }
}
