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
 * Keeps the sum of each group of the selected parameters at most b: w - max(Σw - b, 0)/n for what
 * the update leads to, w = p - u, with n elements. Last in a chain. Source: Optax's {@code
 * projection_halfspace}, whose normal is one here.
 *
 * <p>Reports {@code sum}, Σw, and {@code acted}, 1 where it was above b; both per group.
 *
 * @param bound b, any number
 * @param extent what each sum is taken over, not single elements
 * @param selection which parameters
 */
public record HalfSpace(Schedule bound, Extent extent, Selection selection)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "half-space";

  /** What the bound is called as a setting. */
  public static final String BOUND = "bound";

  /** Checks the bound. */
  public HalfSpace {
    bound = Require.in(Range.any(), NAME + ": " + BOUND, bound);
    Landing.groups(NAME, extent);
  }

  /** For every parameter. */
  public HalfSpace(double bound, Extent extent) {
    this(Schedule.constant(bound), extent, Selection.all());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients most = gradients.scalar(bound.in(step, BOUND));
    return Landing.within(
        extent, NAME, selection, gradients, step, (u, p) -> project(u, p, most, step));
  }

  private static Gradients project(Gradients u, Gradients p, Gradients most, StepContext step) {
    Gradients sum = p.sum().minus(u.sum());
    Gradients excess = sum.minus(most).maximum(0);
    step.report("sum", sum);
    step.report("acted", excess.sign());
    Gradients all = u.like(1);
    return excess.select(Threshold.update(u, p, all, most), u);
  }
}
