package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * The descent of PyTorch's ASGD (Polyak and Juditsky, SIAM J. Control Optim. 30, 1992): η·(g +
 * lambda·p) with η = rate/(1 + lambda·rate·(t - 1))^alpha. The average of the weights that belongs
 * to it is the wrapper {@code swa}.
 *
 * @param rate the learning rate
 * @param lambda weight of each parameter, and of the falling of the rate, at least 0
 * @param alpha how fast the rate falls, at least 0
 */
public record Asgd(Schedule rate, Schedule lambda, Schedule alpha) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "asgd";

  /** The usual lambda. */
  public static final double LAMBDA = 0.0001;

  /** The usual alpha. */
  public static final double ALPHA = 0.75;

  /** Checks the numbers. */
  public Asgd {
    rate = Require.rate(NAME, rate);
    lambda = Require.in(Range.atLeast(0), NAME + ": lambda", lambda);
    alpha = Require.in(Range.atLeast(0), NAME + ": alpha", alpha);
  }

  /** A constant rate, the rest as usual. */
  public Asgd(double rate) {
    this(Schedule.constant(rate), Schedule.fixed(LAMBDA), Schedule.fixed(ALPHA));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Tensor now = rate.in(step, LearningRate.RATE);
    Tensor weight = lambda.in(step, "lambda");
    Tensor age = step.count().times(now).times(weight).plus(1);
    Tensor falling = now.times(age.power(alpha.in(step, "alpha").negate()));
    return gradients.plus(step.values(gradients).times(weight)).times(falling);
  }
}
