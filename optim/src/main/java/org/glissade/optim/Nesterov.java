package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * trace ← g + decay·trace; the update is g + decay·trace, with the new trace. Source: Optax's
 * {@code trace(nesterov=True)} and PyTorch's SGD with {@code nesterov=True}.
 *
 * @param decay between 0 and 1
 */
public record Nesterov(double decay) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "nesterov";

  /** Checks the decay. */
  public Nesterov {
    Require.in(Range.open(0, 1), NAME + ": decay", decay);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.plus(Momentum.next(gradients, step, decay).times(decay));
  }
}
