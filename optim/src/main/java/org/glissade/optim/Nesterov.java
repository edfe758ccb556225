package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * trace ← g + decay·trace; the update is g + decay·trace, with the new trace. Source: Optax's
 * {@code trace(nesterov=True)} and PyTorch's SGD with {@code nesterov=True}.
 *
 * @param decay between 0 and 1
 */
public record Nesterov(Schedule decay) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "nesterov";

  /** Checks the decay. */
  public Nesterov {
    decay = Require.in(Range.open(0, 1), NAME + ": " + Momentum.DECAY, decay);
  }

  /** Always the same decay, which is a setting. */
  public Nesterov(double decay) {
    this(Schedule.constant(decay));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return next(gradients, step, decay.in(step, Momentum.DECAY));
  }

  static Gradients next(Gradients gradients, StepContext step, Tensor decay) {
    return gradients.plus(Momentum.next(gradients, step, decay).times(decay));
  }
}
