package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * Lion (Chen et al., arXiv:2302.06675): sign(b1·m + (1 - b1)·g), and then m ← b2·m + (1 - b2)·g.
 *
 * @param rate the learning rate
 * @param b1 weight of m in the update, at least 0 and below 1
 * @param b2 decay of the mean of g, at least 0 and below 1
 * @param decay how much of each parameter is added; 0 for none, at least 0
 */
public record Lion(Schedule rate, Schedule b1, Schedule b2, Schedule decay) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "lion";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.99;

  /** The usual decay. */
  public static final double DECAY = 0.001;

  /** Checks the numbers. */
  public Lion {
    rate = Require.rate(NAME, rate);
    b1 = Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    b2 = Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    decay = Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public Lion(double rate) {
    this(Schedule.constant(rate), Schedule.fixed(B1), Schedule.fixed(B2), Schedule.constant(DECAY));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(this::direction, Optimizer.decay(decay), new LearningRate(rate));
  }

  private Gradients direction(Gradients gradients, StepContext step) {
    State mean = step.state("m", gradients.zeros());
    mean.set(Moments.mix(b2.in(step, "b2"), mean.old(), gradients));
    return Moments.mix(b1.in(step, "b1"), mean.old(), gradients).sign();
  }
}
