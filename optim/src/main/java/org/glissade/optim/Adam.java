package org.glissade.optim;

import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Adam (Kingma and Ba, arXiv:1412.6980): rate·m̂/(√v̂ + eps) with m ← b1·m + (1 - b1)·g, v ← b2·v +
 * (1 - b2)·g², m̂ = m/(1 - b1^t), v̂ = v/(1 - b2^t), and t = 1 in the first step. As in Optax and
 * PyTorch eps stands outside the root and after the correction; Keras and DL4J put it before.
 *
 * @param rate the learning rate; 1 to scale the result by a later link
 * @param b1 the decay of m, at least 0 and below 1
 * @param b2 the decay of v, at least 0 and below 1
 * @param eps above 0
 */
public record Adam(Schedule rate, double b1, double b2, double eps) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "adam";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.999;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** Checks the numbers. */
  public Adam {
    Require.rate(NAME, rate);
    Moments.check(NAME, b1, b2, eps);
  }

  /** A constant rate, the rest as usual. */
  public Adam(double rate) {
    this(Schedule.constant(rate), B1, B2, EPS);
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
    return Parts.of(new Moments(b1, b2, eps), new LearningRate(rate));
  }
}
