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
 * AdaGC (Wang et al., arXiv:2502.11034): g·c/max(‖g‖, c) for each parameter with c = relative·γ,
 * where γ is a running mean of its norms after clipping. While warming up the norm of all gradients
 * is clipped to {@code absolute} and γ is the least norm that was seen. A parameter that had only
 * zero gradients has no γ yet: it passes, where the paper would hold it at 0 for ever.
 *
 * <p>Reports {@code norm}, the norm before clipping, and {@code acted}, 1 where it was shortened,
 * per parameter.
 *
 * @param relative the largest ‖g‖/γ that passes unchanged, above 0
 * @param absolute the bound of the norm of all while warming up, above 0
 * @param decay what γ keeps in each step, at least 0 and below 1
 * @param warmup how many steps, at least 1
 */
public record AdaGc(Schedule relative, Schedule absolute, Schedule decay, int warmup)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "ada-gc";

  /** The usual relative bound. */
  public static final double RELATIVE = 1.05;

  /** The usual absolute bound. */
  public static final double ABSOLUTE = 1;

  /** The usual decay. */
  public static final double DECAY = 0.98;

  /** The usual warm-up. */
  public static final int WARMUP = 100;

  /** Checks the numbers. */
  public AdaGc {
    relative = Require.in(Range.above(0), NAME + ": relative", relative);
    absolute = Require.in(Range.above(0), NAME + ": absolute", absolute);
    decay = Require.in(Range.closedOpen(0, 1), NAME + ": decay", decay);
    Require.in(Range.atLeast(1), NAME + ": warmup", warmup);
  }

  /** As in the paper. */
  public AdaGc() {
    this(Schedule.fixed(RELATIVE), Schedule.fixed(ABSOLUTE), Schedule.fixed(DECAY), WARMUP);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.within(Extent.PARAMETER, g -> clip(g, step));
  }

  private Gradients clip(Gradients gradients, StepContext step) {
    Gradients norm = gradients.norm();
    Gradients all = gradients.within(Extent.GLOBAL, Gradients::norm);
    State gamma = step.state("gamma", gradients.zeros().norm());
    Gradients old = gamma.old();
    Tensor count = step.count();
    Gradients early = gradients.scalar(count.lessThan(count.like(warmup)));

    Gradients least = gradients.scalar(absolute.in(step, "absolute"));
    Gradients first = norm.times(least.dividedBy(all.maximum(least)));
    Gradients most = old.times(relative.in(step, "relative"));
    Gradients later = norm.minimum(old.select(most, norm));
    Gradients mean = Moments.mix(decay.in(step, "decay"), old, later);
    gamma.set(early.select(old.select(old.minimum(first), first), old.select(mean, later)));
    return Shorten.toBound(gradients, norm, early.select(first, later), step);
  }
}
