package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * The running mean of the gradients: m ← decay·m + (1 - decay)·g, from 0. The update is m/(1 -
 * decay^t), with t = 1 in the first step, or m itself. Source: Optax's {@code ema}, whose state is
 * m, too.
 *
 * @param decay what is kept of the mean in each step, at least 0 and below 1
 * @param debias whether the mean is corrected for having begun at 0
 */
public record Ema(Schedule decay, boolean debias) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "ema";

  /** Checks the decay. */
  public Ema {
    decay = Require.in(Range.closedOpen(0, 1), NAME + ": decay", decay);
  }

  /** A decay that does not change. */
  public Ema(double decay, boolean debias) {
    this(Schedule.fixed(decay), debias);
  }

  /** Corrected for having begun at 0. */
  public Ema(double decay) {
    this(decay, true);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    State mean = step.state("mean", gradients.zeros());
    Tensor kept = decay.in(step, "decay");
    Gradients next = mean.set(Moments.mix(kept, mean.old(), gradients));
    return debias ? next.times(Moments.correction(kept, step.count().plus(1))) : next;
  }
}
