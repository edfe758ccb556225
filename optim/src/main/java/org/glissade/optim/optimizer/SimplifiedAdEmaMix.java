package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * Simplified AdEMAMix (Morwani et al., arXiv:2502.02431): (m + alpha·g)/(√v̂ + eps) with m ← g +
 * b1·m, which is not divided by 1 - b1.
 *
 * @param rate the learning rate
 * @param moments what is kept of m in each step, the running mean of g², and what is added to the
 *     root
 * @param alpha weight of g beside m, at least 0
 */
public record SimplifiedAdEmaMix(Schedule rate, Moments moments, Schedule alpha)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "simplified-ademamix";

  /** The usual numbers. */
  public static final Moments USUAL = new Moments(0.99, 0.95, 1e-8);

  /** The usual alpha. */
  public static final double ALPHA = 0;

  /** Checks the numbers. */
  public SimplifiedAdEmaMix {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    alpha = Require.in(Range.atLeast(0), NAME + ": alpha", alpha);
  }

  /** A constant rate, the rest as usual. */
  public SimplifiedAdEmaMix(double rate) {
    this(Schedule.constant(rate), USUAL, Schedule.fixed(ALPHA));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(this::direction, new LearningRate(rate));
  }

  private Gradients direction(Gradients gradients, StepContext step) {
    Moments.Now now = moments.in(step);
    State sum = step.state("m", gradients.zeros());
    Gradients m = sum.set(sum.old().times(now.b1()).plus(gradients));
    Gradients both = m.plus(gradients.times(alpha.in(step, "alpha")));
    return both.dividedBy(now.root(now.square(gradients)));
  }
}
