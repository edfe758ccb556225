package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * g plus normal noise of variance eta/(1 + t)^gamma, t being the updates before: annealed, and not
 * at all for gamma 0. The numbers are Philox's, equal on every backend and after a restart. Source:
 * Neelakantan et al., arXiv:1511.06807; Optax's {@code add_noise}.
 *
 * @param eta the variance in the first step, above 0; a schedule may end at 0
 * @param gamma how fast it falls, at least 0
 */
public record Noise(Schedule eta, Schedule gamma) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "noise";

  /** The usual gamma. */
  public static final double GAMMA = 0.55;

  /** What the variance is called as a setting. */
  public static final String ETA = "eta";

  /** Checks the numbers. */
  public Noise {
    eta = Require.fading(Range.above(0), NAME + ": " + ETA, eta);
    gamma = Require.in(Range.atLeast(0), NAME + ": gamma", gamma);
  }

  /** Always the same eta, which is a setting. */
  public Noise(double eta, double gamma) {
    this(Schedule.constant(eta), Schedule.fixed(gamma));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Tensor t = step.count().plus(1);
    Tensor falling = t.power(gamma.in(step, "gamma").dividedBy(-2));
    Tensor deviation = eta.in(step, ETA).sqrt().times(falling);
    return gradients.plus(step.random("noise", Distribution.NORMAL, gradients).times(deviation));
  }
}
