package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Stochastic gradient descent: {@link Momentum} or {@link Nesterov} if asked for, then {@link
 * LearningRate}. Source: Optax's and PyTorch's SGD (dampening 0).
 *
 * @param rate the learning rate
 * @param momentum the decay of the momentum, at least 0 and below 1; 0 for none
 * @param nesterov whether the momentum is Nesterov's
 */
public record Sgd(Schedule rate, Schedule momentum, boolean nesterov) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "sgd";

  /** What the decay of the momentum is called as a setting. */
  public static final String MOMENTUM = "momentum";

  private static final Schedule NONE = Schedule.constant(0);

  /** Checks the momentum. */
  public Sgd {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": " + MOMENTUM, momentum);
    if (nesterov && momentum.equals(NONE)) {
      throw new IllegalArgumentException(
          NAME + ": nesterov needs a momentum, but momentum was 0.0; 0.9 is usual");
    }
  }

  /** A constant momentum, which is a setting; 0 for none. */
  public Sgd(Schedule rate, double momentum, boolean nesterov) {
    this(rate, Schedule.constant(momentum), nesterov);
  }

  /** A constant rate and no momentum. */
  public Sgd(double rate) {
    this(Schedule.constant(rate), NONE, false);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return parts().apply(gradients, step);
  }

  /** What it is made of. */
  public Chain parts() {
    LearningRate last = new LearningRate(rate);
    if (momentum.equals(NONE)) {
      return Parts.of(last);
    }
    return Parts.of(nesterov ? this::nesterov : this::heavyBall, last);
  }

  private Gradients heavyBall(Gradients gradients, StepContext step) {
    return Momentum.next(gradients, step, momentum.in(step, MOMENTUM));
  }

  private Gradients nesterov(Gradients gradients, StepContext step) {
    return Nesterov.next(gradients, step, momentum.in(step, MOMENTUM));
  }
}
