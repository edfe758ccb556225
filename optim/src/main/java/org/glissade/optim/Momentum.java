package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * trace ← g + decay·trace, which is the update. Source: Optax's {@code trace} and PyTorch's SGD
 * with dampening 0; there is no factor 1 - decay, so the trace of a constant gradient grows to g/(1
 * - decay).
 *
 * @param decay between 0 and 1
 */
public record Momentum(Schedule decay) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "momentum";

  /** What the decay is called as a setting. */
  public static final String DECAY = "decay";

  /** Checks the decay. */
  public Momentum {
    Require.in(Range.open(0, 1), NAME + ": " + DECAY, decay);
  }

  /** Always the same decay, which is a setting. */
  public Momentum(double decay) {
    this(Schedule.constant(decay));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return next(gradients, step, decay.in(step, DECAY));
  }

  static Gradients next(Gradients gradients, StepContext step, Tensor decay) {
    State trace = step.state("trace", gradients.zeros());
    return trace.set(gradients.plus(trace.old().times(decay)));
  }
}
