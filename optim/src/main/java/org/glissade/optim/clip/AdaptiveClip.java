package org.glissade.optim.clip;

import java.util.function.UnaryOperator;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.optim.Selection;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;
import org.jspecify.annotations.Nullable;

/**
 * Adaptive gradient clipping (Brock et al., arXiv:2102.06171): g·m/max(‖g‖, m) with m = ratio·max(
 * ‖p‖, floor), p being the values of the same group. Optax, timm and Composer take a vector as one
 * unit, whatever its axis; here a bias has a unit for each output, so give biases {@link
 * Extent#PARAMETER} where theirs is wanted. The paper leaves the last layer out.
 *
 * <p>Reports {@code norm}, the norm of the gradient, and {@code acted}, 1 where it was above m;
 * both per group, and neither for {@link Extent#ELEMENT}.
 *
 * @param ratio the largest ‖g‖/‖p‖ that passes unchanged, above 0; a schedule may end at 0
 * @param extent what each norm is taken over; unit in the paper
 * @param floor the least ‖p‖, above 0, so that parameters which are 0 can move
 * @param except parameters whose gradients pass unchanged; null for none
 */
public record AdaptiveClip(
    Schedule ratio, Extent extent, Schedule floor, @Nullable Selection except)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "adaptive-clip";

  /** The usual floor. */
  public static final double FLOOR = 1e-3;

  /** What the ratio is called as a setting. */
  public static final String RATIO = "ratio";

  /** Checks the numbers. */
  public AdaptiveClip {
    ratio = Require.fading(Range.above(0), NAME + ": " + RATIO, ratio);
    floor = Require.in(Range.above(0), NAME + ": floor", floor);
  }

  /** The usual floor, and no exception. */
  public AdaptiveClip(double ratio, Extent extent) {
    this(Schedule.constant(ratio), extent, Schedule.fixed(FLOOR), null);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients share = gradients.scalar(ratio.in(step, RATIO));
    UnaryOperator<Gradients> rule = g -> g.within(extent, inner -> clip(inner, share, step));
    if (except == null) {
      return rule.apply(gradients);
    }
    except.check(NAME, gradients);
    return gradients.route(except, g -> g, rule);
  }

  private Gradients clip(Gradients gradients, Gradients share, StepContext step) {
    Gradients bound = step.values(gradients).norm().maximum(floor.in(step, "floor")).times(share);
    return Shorten.toBound(gradients, gradients.norm(), bound, step);
  }
}
