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
 * @param moments m and v, and eps
 */
public record Adam(Schedule rate, Moments moments) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "adam";

  /** Checks the numbers. */
  public Adam {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
  }

  /** A constant rate, the rest as usual. */
  public Adam(double rate) {
    this(Schedule.constant(rate), Moments.USUAL);
  }

  /** Numbers that do not change, but for the rate. */
  public Adam(Schedule rate, double b1, double b2, double eps) {
    this(rate, new Moments(b1, b2, eps));
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
    return Parts.of(moments, new LearningRate(rate));
  }
}
