package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * AdEMAMix (Pagliardini et al., arXiv:2409.03137): (m̂ + alpha·s)/(√v̂ + eps), s being a slow
 * running mean of g that is not corrected.
 *
 * @param rate the learning rate
 * @param moments the fast running mean of g, that of g², and what is added to the root
 * @param b3 decay of the slow mean of g, at least 0 and below 1
 * @param alpha weight of the slow mean, at least 0
 */
public record AdEmaMix(Schedule rate, Moments moments, Schedule b3, Schedule alpha)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "ademamix";

  /** The usual b3. */
  public static final double B3 = 0.9999;

  /** The usual alpha. */
  public static final double ALPHA = 5;

  /** Checks the numbers. */
  public AdEmaMix {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    b3 = Require.in(Range.closedOpen(0, 1), NAME + ": b3", b3);
    alpha = Require.in(Range.atLeast(0), NAME + ": alpha", alpha);
  }

  /** A constant rate, the rest as usual. */
  public AdEmaMix(double rate) {
    this(Schedule.constant(rate), Moments.USUAL, Schedule.fixed(B3), Schedule.fixed(ALPHA));
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
    Gradients fast = now.mean(gradients).times(now.correction1());
    Gradients slow = new Mean("slow", b3.in(step, "b3")).next(gradients, step);
    Gradients both = fast.plus(slow.times(alpha.in(step, "alpha")));
    return both.dividedBy(now.root(now.square(gradients)));
  }
}
