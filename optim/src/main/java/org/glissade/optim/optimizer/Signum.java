package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.optim.clip.Sign;
import org.glissade.spi.Range;
import org.glissade.transform.Chain;

/**
 * The sign of a running mean of each gradient (Bernstein et al., arXiv:1802.04434).
 *
 * @param rate the learning rate
 * @param beta decay of the mean of g, at least 0 and below 1
 */
public record Signum(Schedule rate, Schedule beta) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "signum";

  /** The usual beta. */
  public static final double BETA = 0.9;

  /** Checks the numbers. */
  public Signum {
    rate = Require.rate(NAME, rate);
    beta = Require.in(Range.closedOpen(0, 1), NAME + ": beta", beta);
  }

  /** A constant rate, the rest as usual. */
  public Signum(double rate) {
    this(Schedule.constant(rate), Schedule.fixed(BETA));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(
        (gradients, step) -> new Mean("mean", beta.in(step, "beta")).next(gradients, step),
        new Sign(),
        new LearningRate(rate));
  }
}
