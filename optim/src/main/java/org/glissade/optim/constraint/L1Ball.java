package org.glissade.optim.constraint;

import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.optim.Selection;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Keeps Σ|w| of each group of the selected parameters at most r, w = p - u being what the update
 * leads to: a longer w goes to the nearest point of the ball, sign(w)·max(|w| - τ, 0), in which
 * small elements are 0. Last in a chain. Accurate as {@link Simplex}. Source: Optax's {@code
 * projection_l1_ball}; Duchi et al., ICML 2008.
 *
 * <p>Reports {@code norm}, Σ|w|, and {@code acted}, 1 where it was above r; both per group, and
 * neither for {@link Extent#ELEMENT}.
 *
 * @param radius r, above 0; a schedule may end at 0
 * @param extent what each sum is taken over
 * @param selection which parameters
 */
public record L1Ball(Schedule radius, Extent extent, Selection selection)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "l1-ball";

  /** What the radius is called as a setting. */
  public static final String RADIUS = "radius";

  /** Checks the radius. */
  public L1Ball {
    Require.fading(Range.above(0), NAME + ": " + RADIUS, radius);
  }

  /** For every parameter. */
  public L1Ball(double radius, Extent extent) {
    this(Schedule.constant(radius), extent, Selection.all());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients bound = gradients.scalar(radius.in(step, RADIUS));
    return Landing.of(
        NAME, selection, gradients, step, aim -> aim.within(extent, w -> project(w, bound, step)));
  }

  private static Gradients project(Gradients w, Gradients bound, StepContext step) {
    Gradients norm = w.abs().sum();
    Gradients outside = bound.lessThan(norm);
    Landing.report("norm", norm, step);
    Landing.report("acted", outside, step);
    return outside.select(Threshold.above(w.abs(), bound).times(w.sign()), w);
  }
}
