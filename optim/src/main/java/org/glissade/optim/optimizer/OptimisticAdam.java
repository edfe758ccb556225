package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.transform.Chain;

/**
 * Optimistic Adam (Daskalakis et al., arXiv:1711.00141): (alpha + beta)·u - beta·u of the step
 * before, u being the direction of {@link NAdam}. Optax's {@code optimistic_adam_v2}; its older
 * {@code optimistic_adam(lr, optimism)} is alpha = lr, beta = optimism and rate 1.
 *
 * @param rate the learning rate
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of g², at least 0 and below 1
 * @param eps added to the root, above 0
 * @param alpha weight of the new direction, above 0
 * @param beta weight of its change, at least 0
 */
public record OptimisticAdam(
    Schedule rate, double b1, double b2, double eps, double alpha, double beta)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "optimistic-adam";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.999;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** The usual alpha. */
  public static final double ALPHA = 1;

  /** The usual beta. */
  public static final double BETA = 1;

  /** Checks the numbers. */
  public OptimisticAdam {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
    Require.in(Range.above(0), NAME + ": alpha", alpha);
    Require.in(Range.atLeast(0), NAME + ": beta", beta);
  }

  /** A constant rate, the rest as usual. */
  public OptimisticAdam(double rate) {
    this(Schedule.constant(rate), B1, B2, EPS, ALPHA, BETA);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    NAdam nadam = new NAdam(rate, b1, b2, eps, 0, NAdam.Dialect.OPTAX);
    return Optimizer.chain(nadam::direction, new Optimism(alpha, beta), new LearningRate(rate));
  }
}
