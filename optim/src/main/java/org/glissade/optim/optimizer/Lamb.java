package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.transform.Chain;

/**
 * LAMB (You et al., arXiv:1904.00962): the direction of Adam plus decay·p, scaled to ‖p‖ for each
 * parameter (unchanged where a norm is 0).
 *
 * @param rate the learning rate
 * @param moments the running means of g and g², and what is added to the root
 * @param decay how much of each parameter is added; 0 for none, at least 0
 */
public record Lamb(Schedule rate, Moments moments, Schedule decay) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "lamb";

  /** The usual numbers. */
  public static final Moments USUAL = new Moments(0.9, 0.999, 1e-6);

  /** Checks the numbers. */
  public Lamb {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    decay = Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public Lamb(double rate) {
    this(Schedule.constant(rate), USUAL, NONE);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(
        moments,
        Optimizer.decay(decay),
        new TrustRatio(Schedule.fixed(1), Schedule.fixed(0)),
        new LearningRate(rate));
  }
}
