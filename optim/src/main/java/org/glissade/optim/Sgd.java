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
public record Sgd(Schedule rate, double momentum, boolean nesterov) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "sgd";

  /** Checks the momentum. */
  public Sgd {
    Require.in(Range.closedOpen(0, 1), NAME + ": momentum", momentum);
    if (nesterov && momentum == 0) {
      throw new IllegalArgumentException(
          NAME + ": nesterov needs a momentum, but momentum was 0.0; 0.9 is usual");
    }
  }

  /** A constant rate and no momentum. */
  public Sgd(double rate) {
    this(Schedule.constant(rate), 0, false);
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
    if (momentum == 0) {
      return Parts.of(last);
    }
    return Parts.of(nesterov ? new Nesterov(momentum) : new Momentum(momentum), last);
  }
}
