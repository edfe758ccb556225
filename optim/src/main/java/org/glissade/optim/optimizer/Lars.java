package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.transform.Chain;

/**
 * LARS (You et al., arXiv:1708.03888): u = g + decay·p is scaled to trust·‖p‖ for each parameter
 * (unchanged where a norm is 0), then come the rate and the momentum.
 *
 * @param rate the learning rate
 * @param momentum decay of the momentum, between 0 and 1
 * @param decay how much of each parameter is added; 0 for none, at least 0
 * @param trust length of a step over that of the parameter, above 0
 */
public record Lars(Schedule rate, Schedule momentum, Schedule decay, Schedule trust)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "lars";

  /** The usual momentum. */
  public static final double MOMENTUM = 0.9;

  /** The usual trust. */
  public static final double TRUST = 0.001;

  /** Checks the numbers. */
  public Lars {
    rate = Require.rate(NAME, rate);
    momentum = Require.in(Range.open(0, 1), NAME + ": momentum", momentum);
    decay = Require.in(Range.atLeast(0), NAME + ": decay", decay);
    trust = Require.in(Range.above(0), NAME + ": trust", trust);
  }

  /** A constant rate, the rest as usual. */
  public Lars(double rate) {
    this(Schedule.constant(rate), Schedule.fixed(MOMENTUM), NONE, Schedule.fixed(TRUST));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(
        Optimizer.decay(decay),
        new TrustRatio(trust, Schedule.fixed(0)),
        new LearningRate(rate),
        new Trace(momentum));
  }
}
