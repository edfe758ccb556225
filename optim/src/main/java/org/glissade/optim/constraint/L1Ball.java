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
 * <p>Reports {@code norm}, Σ|w|, and {@code acted}, 1 where it was above r; both per group.
 *
 * @param radius r, above 0; a schedule may end at 0
 * @param extent what each sum is taken over, not single elements
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
    radius = Require.fading(Range.above(0), NAME + ": " + RADIUS, radius);
    Landing.groups(NAME, extent);
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
    return Landing.within(
        extent, NAME, selection, gradients, step, (u, p) -> project(u, p, bound, step));
  }

  private static Gradients project(Gradients u, Gradients p, Gradients bound, StepContext step) {
    Gradients w = p.minus(u);
    Gradients size = w.abs();
    Gradients norm = size.sum();
    Gradients outside = bound.lessThan(norm);
    step.report("norm", norm);
    step.report("acted", outside);
    Gradients left = size.lessThan(Threshold.of(size, bound));
    Gradients taken = left.negate().plus(1);
    Gradients sign = w.sign();
    Gradients nearer = Threshold.update(u.times(sign), p.times(sign), taken, bound).times(sign);
    return outside.select(left.select(p, nearer), u);
  }
}
