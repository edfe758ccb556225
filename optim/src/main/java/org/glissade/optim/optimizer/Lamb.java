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
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of g², at least 0 and below 1
 * @param eps added to the root, above 0
 * @param decay how much of each parameter is added; 0 for none, at least 0
 */
public record Lamb(Schedule rate, double b1, double b2, double eps, double decay)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "lamb";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.999;

  /** The usual eps. */
  public static final double EPS = 1e-6;

  /** The usual decay. */
  public static final double DECAY = 0;

  /** Checks the numbers. */
  public Lamb {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
    Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public Lamb(double rate) {
    this(Schedule.constant(rate), B1, B2, EPS, DECAY);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(
        new Moments(b1, b2, eps),
        Optimizer.decay(decay),
        new TrustRatio(1, 0),
        new LearningRate(rate));
  }
}
