package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.optim.clip.Sign;
import org.glissade.transform.Chain;

/**
 * The sign of each gradient (Bernstein et al., arXiv:1802.04434).
 *
 * @param rate the learning rate
 */
public record SignSgd(Schedule rate) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "sign-sgd";

  /** Checks the numbers. */
  public SignSgd {
    rate = Require.rate(NAME, rate);
  }

  /** A constant rate. */
  public SignSgd(double rate) {
    this(Schedule.constant(rate));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(new Sign(), new LearningRate(rate));
  }
}
