package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * trace ← (1 - dampening)·g + decay·trace, which is the update; the first trace is g. Without a
 * dampening there is no factor, so that the trace of a constant gradient grows to g/(1 - decay).
 * Source: Optax's {@code trace}, which has no dampening, and PyTorch's SGD.
 *
 * @param decay between 0 and 1
 * @param dampening at least 0 and below 1; 0 for none
 */
public record Momentum(Schedule decay, Schedule dampening) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "momentum";

  /** What the decay is called as a setting. */
  public static final String DECAY = "decay";

  /** What the dampening is called as a setting. */
  public static final String DAMPENING = "dampening";

  static final Schedule NONE = Schedule.constant(0);

  /** Checks the numbers. */
  public Momentum {
    decay = Require.in(Range.open(0, 1), NAME + ": " + DECAY, decay);
    dampening = Require.in(Range.closedOpen(0, 1), NAME + ": " + DAMPENING, dampening);
  }

  /** Without dampening. */
  public Momentum(Schedule decay) {
    this(decay, NONE);
  }

  /** Always the same decay, which is a setting, and no dampening. */
  public Momentum(double decay) {
    this(Schedule.constant(decay));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return next(damped(gradients, step, dampening), step, decay.in(step, DECAY));
  }

  /** g in the first step, then (1 - dampening)·g. */
  static Gradients damped(Gradients gradients, StepContext step, Schedule dampening) {
    if (dampening.isZero()) {
      return gradients;
    }
    Tensor rest = dampening.in(step, DAMPENING).negate().plus(1);
    Tensor first = step.count().equalTo(step.count().like(0));
    return gradients.times(first.select(rest.like(1), rest));
  }

  static Gradients next(Gradients gradients, StepContext step, Tensor decay) {
    State trace = step.state("trace", gradients.zeros());
    return trace.set(gradients.plus(trace.old().times(decay)));
  }
}
