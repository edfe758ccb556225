package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
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
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of g², at least 0 and below 1
 * @param b3 decay of the slow mean of g, at least 0 and below 1
 * @param alpha weight of the slow mean, at least 0
 * @param eps added to the root, above 0
 */
public record AdEmaMix(Schedule rate, double b1, double b2, double b3, double alpha, double eps)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "ademamix";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.999;

  /** The usual b3. */
  public static final double B3 = 0.9999;

  /** The usual alpha. */
  public static final double ALPHA = 5;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** Checks the numbers. */
  public AdEmaMix {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.closedOpen(0, 1), NAME + ": b3", b3);
    Require.in(Range.atLeast(0), NAME + ": alpha", alpha);
    Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** A constant rate, the rest as usual. */
  public AdEmaMix(double rate) {
    this(Schedule.constant(rate), B1, B2, B3, ALPHA, EPS);
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
    Gradients fast = new Mean("m", b1).corrected(gradients, step);
    Gradients slow = new Mean("slow", b3).next(gradients, step);
    Gradients square = new Mean("v", b2).corrected(gradients.square(), step);
    return fast.plus(slow.times(alpha)).dividedBy(square.sqrt().plus(eps));
  }
}
