package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
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
 * @param b1 what is kept of m in each step, at least 0 and below 1
 * @param b2 decay of the mean of g², at least 0 and below 1
 * @param alpha weight of g beside m, at least 0
 * @param eps added to the root, above 0
 */
public record SimplifiedAdEmaMix(Schedule rate, double b1, double b2, double alpha, double eps)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "simplified-ademamix";

  /** The usual b1. */
  public static final double B1 = 0.99;

  /** The usual b2. */
  public static final double B2 = 0.95;

  /** The usual alpha. */
  public static final double ALPHA = 0;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** Checks the numbers. */
  public SimplifiedAdEmaMix {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.atLeast(0), NAME + ": alpha", alpha);
    Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** A constant rate, the rest as usual. */
  public SimplifiedAdEmaMix(double rate) {
    this(Schedule.constant(rate), B1, B2, ALPHA, EPS);
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
    State sum = step.state("m", gradients.zeros());
    Gradients m = sum.set(sum.old().times(b1).plus(gradients));
    Gradients square = new Mean("v", b2).corrected(gradients.square(), step);
    return m.plus(gradients.times(alpha)).dividedBy(square.sqrt().plus(eps));
  }
}
