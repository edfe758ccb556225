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
 * Keeps each group of the selected parameters on a simplex: no element below 0, and their sum s.
 * What the update leads to, w = p - u, goes to the nearest such point, max(w - τ, 0). Last in a
 * chain. τ takes 20 iterations, each a pass over the parameters; the sum of n elements is then off
 * by rounding, in the worst case by s·n²/4^20. Source: Optax's {@code projection_simplex}; Duchi et
 * al., ICML 2008.
 *
 * <p>Reports {@code acted} per group, 1 unless w was on the simplex already.
 *
 * @param sum s, above 0; a schedule may end at 0
 * @param extent what each sum is taken over, not single elements
 * @param selection which parameters
 */
public record Simplex(Schedule sum, Extent extent, Selection selection)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "simplex";

  /** What the sum is called as a setting. */
  public static final String SUM = "sum";

  /** Checks the sum. */
  public Simplex {
    sum = Require.fading(Range.above(0), NAME + ": " + SUM, sum);
    Landing.groups(NAME, extent);
  }

  /** Sum 1, for every parameter. */
  public Simplex(Extent extent) {
    this(Schedule.constant(1), extent, Selection.all());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients total = gradients.scalar(sum.in(step, SUM));
    return Landing.within(
        extent, NAME, selection, gradients, step, (u, p) -> project(u, p, total, step));
  }

  private static Gradients project(Gradients u, Gradients p, Gradients total, StepContext step) {
    Gradients w = p.minus(u);
    Gradients away = w.sum().minus(total).abs().plus(w.abs().sum().minus(total).abs());
    step.report("acted", away.sign());
    Gradients left = w.lessThan(Threshold.of(w, total));
    Gradients taken = left.negate().plus(1);
    return away.select(left.select(p, Threshold.update(u, p, taken, total)), u);
  }
}
