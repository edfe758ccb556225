package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * ADOPT (Taniguchi et al., arXiv:2411.02853): m ← b1·m + (1 - b1)·c, which is the update; c =
 * g/max(√v, eps) with the v of the step before, clipped to ±(t - 1)^¼. So the first step does
 * nothing but set v to g².
 *
 * @param rate the learning rate
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of g², at least 0 and below 1
 * @param eps what the root is at least, above 0
 */
public record Adopt(Schedule rate, double b1, double b2, double eps) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "adopt";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.9999;

  /** The usual eps. */
  public static final double EPS = 1e-6;

  /** Checks the numbers. */
  public Adopt {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** A constant rate, the rest as usual. */
  public Adopt(double rate) {
    this(Schedule.constant(rate), B1, B2, EPS);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(this::direction, new LearningRate(rate));
  }

  private Gradients direction(Gradients gradients, StepContext step) {
    State square = step.state("v", gradients.zeros());
    Gradients now = gradients.square();
    Gradients bound = gradients.scalar(step.count().sqrt().sqrt());
    Gradients ratio = gradients.dividedBy(square.old().sqrt().maximum(eps));
    Gradients clipped = ratio.minimum(bound).maximum(bound.negate());
    square.set(Mean.first(gradients, step).select(now, Mean.mix(b2, square.old(), now)));
    return new Mean("m", b1).next(clipped, step);
  }
}
