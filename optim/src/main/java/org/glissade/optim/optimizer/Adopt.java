package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
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
 * @param moments the running means of g and g², and what is added to the root
 */
public record Adopt(Schedule rate, Moments moments) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "adopt";

  /** The usual numbers. */
  public static final Moments USUAL = new Moments(0.9, 0.9999, 1e-6);

  /** Checks the numbers. */
  public Adopt {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
  }

  /** A constant rate, the rest as usual. */
  public Adopt(double rate) {
    this(Schedule.constant(rate), USUAL);
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
    Moments.Now numbers = moments.in(step);
    State square = step.state("v", gradients.zeros());
    Gradients now = gradients.square();
    Gradients bound = gradients.scalar(step.count().sqrt().sqrt());
    Gradients ratio =
        gradients.dividedBy(square.old().sqrt().maximum(gradients.scalar(numbers.eps())));
    Gradients clipped = ratio.minimum(bound).maximum(bound.negate());
    Gradients mixed = Moments.mix(numbers.b2(), square.old(), now);
    square.set(Mean.first(gradients, step).select(now, mixed));
    return numbers.mean(clipped);
  }
}
