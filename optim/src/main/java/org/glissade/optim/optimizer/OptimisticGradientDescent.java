package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.transform.Chain;

/**
 * Optimistic gradient descent (Mokhtari et al., arXiv:1906.01115): (alpha + beta)·g - beta·g of the
 * step before, alpha·g in the first.
 *
 * @param rate the learning rate
 * @param alpha weight of g, above 0
 * @param beta weight of its change, at least 0
 */
public record OptimisticGradientDescent(Schedule rate, Schedule alpha, Schedule beta)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "optimistic-gradient-descent";

  /** The usual alpha. */
  public static final double ALPHA = 1;

  /** The usual beta. */
  public static final double BETA = 1;

  /** Checks the numbers. */
  public OptimisticGradientDescent {
    rate = Require.rate(NAME, rate);
    alpha = Require.in(Range.above(0), NAME + ": alpha", alpha);
    beta = Require.in(Range.atLeast(0), NAME + ": beta", beta);
  }

  /** A constant rate, the rest as usual. */
  public OptimisticGradientDescent(double rate) {
    this(Schedule.constant(rate), Schedule.fixed(ALPHA), Schedule.fixed(BETA));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(new Optimism(alpha, beta), new LearningRate(rate));
  }
}
