package org.glissade.optim;

import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Adam (Kingma and Ba, arXiv:1412.6980): rate·m̂/(√v̂ + eps) with m ← b1·m + (1 - b1)·g, v ← b2·v +
 * (1 - b2)·g², m̂ = m/(1 - b1^t), v̂ = v/(1 - b2^t), and t = 1 in the first step.
 *
 * @param rate the learning rate; 1 to scale the result by a later link
 * @param moments m and v, and eps
 * @param dialect whose numbers
 */
public record Adam(Schedule rate, Moments moments, Dialect dialect) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "adam";

  /** Whose numbers. */
  public enum Dialect {
    /** As above, eps being added after the correction. PyTorch too. */
    OPTAX,
    /** rate·√(1 - b2^t)/(1 - b1^t)·m/(√v + eps): eps is added before the correction. DL4J too. */
    KERAS;

    /** The direction, of which the rate is a share. */
    GradientTransform of(Moments moments) {
      return switch (this) {
        case OPTAX -> moments;
        case KERAS -> moments::correctedLast;
      };
    }
  }

  /** Checks the numbers. */
  public Adam {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
  }

  /** In Optax's dialect. */
  public Adam(Schedule rate, Moments moments) {
    this(rate, moments, Dialect.OPTAX);
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
    return Parts.of(dialect.of(moments), new LearningRate(rate));
  }
}
