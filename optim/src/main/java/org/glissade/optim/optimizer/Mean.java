package org.glissade.optim.optimizer;

import org.glissade.optim.Moments;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * A running mean, kept in a state: mean ← decay·mean + (1 - decay)·x, from 0.
 *
 * @param name of the state
 * @param decay what is kept of the mean in each step: a scalar
 */
record Mean(String name, Tensor decay) {
  /** The mean after this step. */
  Gradients next(Gradients x, StepContext step) {
    State mean = step.state(name, x.zeros());
    return mean.set(Moments.mix(decay, mean.old(), x));
  }

  /** The number of this step, a scalar: 1 in the first. */
  static Tensor time(StepContext step) {
    return step.count().plus(1);
  }

  /** 1 in the first step, else 0: a scalar. */
  static Gradients first(Gradients gradients, StepContext step) {
    return gradients.scalar(step.count().equalTo(step.count().like(0)));
  }
}
