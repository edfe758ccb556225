package org.glissade.optim;

import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * rate(t)·g, t being the number of updates before. A constant rate is the setting {@code rate} of
 * this link, which can be changed between steps without a new plan. Updates are subtracted from the
 * parameters, so a rate is positive. Source: Optax's {@code scale_by_learning_rate}, but for the
 * sign.
 *
 * @param rate by what the updates are multiplied in each step
 */
public record LearningRate(Schedule rate) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "learning-rate";

  /** What the rate is called as a setting. */
  public static final String RATE = "rate";

  /** Checks the rate. */
  public LearningRate {
    rate = Require.rate(NAME, rate);
  }

  /** A constant rate. */
  public LearningRate(double rate) {
    this(Schedule.constant(rate));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.times(rate.in(step, RATE));
  }
}
