package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Stochastic gradient descent: {@link Momentum} or {@link Nesterov} if asked for, then {@link
 * LearningRate}. Source: Optax's and PyTorch's SGD.
 *
 * @param rate the learning rate
 * @param momentum the decay of the momentum, at least 0 and below 1; 0 for none
 * @param nesterov whether the momentum is Nesterov's
 * @param dampening that of the momentum, which is then not Nesterov's; 0 for none
 */
public record Sgd(Schedule rate, Schedule momentum, boolean nesterov, Schedule dampening)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "sgd";

  /** What the decay of the momentum is called as a setting. */
  public static final String MOMENTUM = "momentum";

  private static final Schedule NONE = Momentum.NONE;

  /** Checks the numbers. */
  public Sgd {
    rate = Require.rate(NAME, rate);
    momentum = Require.in(Range.closedOpen(0, 1), NAME + ": " + MOMENTUM, momentum);
    if (nesterov && momentum.isZero()) {
      throw new IllegalArgumentException(
          NAME + ": nesterov needs a momentum, but momentum was 0.0; 0.9 is usual");
    }
    dampening = Require.in(Range.closedOpen(0, 1), NAME + ": " + Momentum.DAMPENING, dampening);
    if (!dampening.isZero() && (nesterov || momentum.isZero())) {
      throw new IllegalArgumentException(
          NAME
              + ": dampening needs a momentum that is not Nesterov's, but "
              + (nesterov ? "nesterov was true" : "momentum was 0.0"));
    }
  }

  /** Without dampening. */
  public Sgd(Schedule rate, Schedule momentum, boolean nesterov) {
    this(rate, momentum, nesterov, NONE);
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
    if (momentum.isZero()) {
      return Parts.of(last);
    }
    return Parts.of(nesterov ? this::nesterov : this::heavyBall, last);
  }

  private Gradients heavyBall(Gradients gradients, StepContext step) {
    Gradients damped = Momentum.damped(gradients, step, dampening);
    return Momentum.next(damped, step, momentum.in(step, MOMENTUM));
  }

  private Gradients nesterov(Gradients gradients, StepContext step) {
    return Nesterov.next(gradients, step, momentum.in(step, MOMENTUM));
  }
}
