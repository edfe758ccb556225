package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.UnaryFn;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * g·c/max(‖g‖, c) over each group of the extent, where c moves until a share of the norms is at
 * most c: c ← c·e^(rate·(quantile - b)) after each step, b being 1 where ‖g‖ was at most c and else
 * 0. It keeps one number where {@link AutoClip} keeps a window, and takes its time to arrive.
 * Source: Andrew et al., arXiv:1905.03871, without their noise.
 *
 * <p>Reports {@code norm}, the norm before clipping, and {@code acted}, 1 where it was above c, per
 * group.
 *
 * @param quantile the share of norms that pass unchanged, between 0 and 1
 * @param extent what each norm is taken over; not element
 * @param rate how fast c moves, above 0
 * @param initial c in the first step, above 0
 */
public record QuantileClip(Schedule quantile, Extent extent, Schedule rate, double initial)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "quantile-clip";

  /** The rate of the paper. */
  public static final double RATE = 0.2;

  /** The first bound of the paper. */
  public static final double INITIAL = 0.1;

  /** Checks the numbers. */
  public QuantileClip {
    quantile = Require.in(Range.open(0, 1), NAME + ": quantile", quantile);
    Thresholds.groups(NAME, extent);
    rate = Require.in(Range.above(0), NAME + ": rate", rate);
    Require.in(Range.above(0), NAME + ": initial", initial);
  }

  /** Rate and first bound of the paper. */
  public QuantileClip(double quantile, Extent extent) {
    this(Schedule.fixed(quantile), extent, Schedule.fixed(RATE), INITIAL);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.within(extent, g -> clip(g, step));
  }

  private Gradients clip(Gradients gradients, StepContext step) {
    Gradients norm = gradients.norm();
    State bound = step.state("bound", gradients.zeros().norm().plus(initial));
    Gradients above = bound.old().lessThan(norm);
    Tensor share = quantile.in(step, "quantile").minus(1);
    Gradients move = above.plus(share).times(rate.in(step, "rate")).unary(UnaryFn.EXP);
    bound.set(bound.old().times(move).maximum(Float.MIN_NORMAL).minimum(Float.MAX_VALUE));
    return Shorten.toBound(gradients, norm, bound.old(), step);
  }
}
