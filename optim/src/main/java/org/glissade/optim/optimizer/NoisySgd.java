package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.optim.clip.Noise;
import org.glissade.spi.Range;
import org.glissade.transform.Chain;

/**
 * Descent with fading noise (Neelakantan et al., arXiv:1511.06807): g + a normal number of variance
 * eta/t^gamma for each element, {@link Noise}.
 *
 * @param rate the learning rate
 * @param eta variance of the noise in the first step, above 0
 * @param gamma how fast the variance falls, at least 0
 */
public record NoisySgd(Schedule rate, Schedule eta, Schedule gamma) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "noisy-sgd";

  /** The usual eta. */
  public static final double ETA = 0.01;

  /** The usual gamma. */
  public static final double GAMMA = 0.55;

  /** Checks the numbers. */
  public NoisySgd {
    rate = Require.rate(NAME, rate);
    eta = Require.in(Range.above(0), NAME + ": eta", eta);
    gamma = Require.in(Range.atLeast(0), NAME + ": gamma", gamma);
  }

  /** A constant rate, the rest as usual. */
  public NoisySgd(double rate) {
    this(Schedule.constant(rate), Schedule.constant(ETA), Schedule.fixed(GAMMA));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(new Noise(eta, gamma), new LearningRate(rate));
  }
}
