package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
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
 * @param moments the running means of g and g², and what is added to the root
 * @param alpha weight of the new direction, above 0
 * @param beta weight of its change, at least 0
 */
public record OptimisticAdam(Schedule rate, Moments moments, Schedule alpha, Schedule beta)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "optimistic-adam";

  /** The usual alpha. */
  public static final double ALPHA = 1;

  /** The usual beta. */
  public static final double BETA = 1;

  /** Checks the numbers. */
  public OptimisticAdam {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    alpha = Require.in(Range.above(0), NAME + ": alpha", alpha);
    beta = Require.in(Range.atLeast(0), NAME + ": beta", beta);
  }

  /** A constant rate, the rest as usual. */
  public OptimisticAdam(double rate) {
    this(Schedule.constant(rate), Moments.USUAL, Schedule.fixed(ALPHA), Schedule.fixed(BETA));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    NAdam nadam = new NAdam(rate, moments, NONE, NAdam.Dialect.OPTAX);
    return Optimizer.chain(nadam::direction, new Optimism(alpha, beta), new LearningRate(rate));
  }
}
