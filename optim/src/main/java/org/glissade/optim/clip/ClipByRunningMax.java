package org.glissade.optim.clip;

import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * Each element above m̂ times m̂/max|g|, the others unchanged: m is a running mean of the largest
 * |g| of each group, m ← decay·m + (1 - decay)·max|g|, and m̂ = m/(1 - decay^t). Source: the
 * AdaClip of Stable-SPAM (Huang et al., arXiv:2502.17055).
 *
 * <p>Reports {@code norm}, max|g|, and {@code acted}, 1 where it was above m̂, per group.
 *
 * @param decay at least 0 and below 1
 * @param extent what each maximum is taken over; parameter in the paper, and not element
 */
public record ClipByRunningMax(Schedule decay, Extent extent) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "clip-by-running-max";

  /** The usual decay. */
  public static final double DECAY = 0.999;

  /** Checks the decay. */
  public ClipByRunningMax {
    decay = Require.in(Range.closedOpen(0, 1), NAME + ": decay", decay);
    Thresholds.groups(NAME, extent);
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
    Gradients largest = gradients.abs().max();
    State mean = step.state("max", gradients.zeros().norm());
    Tensor kept = decay.in(step, "decay");
    Tensor seen = Moments.rest(kept.power(step.count().plus(1)));
    Gradients next = mean.set(Moments.mix(kept, mean.old(), largest));
    Gradients bound = next.dividedBy(next.scalar(seen));
    step.report("norm", largest);
    step.report("acted", bound.lessThan(largest));
    Gradients shorter = gradients.times(bound.times(largest.reciprocalOrZero()));
    return bound.lessThan(gradients.abs()).select(shorter, gradients);
  }
}
