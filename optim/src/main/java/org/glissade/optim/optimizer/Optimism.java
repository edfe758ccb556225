package org.glissade.optim.optimizer;

import org.glissade.optim.Schedule;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * (alpha + beta)·u - beta·u of the step before; alpha·u in the first step (Mokhtari et al.,
 * arXiv:1906.01115; Optax {@code scale_by_optimistic_gradient}).
 *
 * @param alpha above 0
 * @param beta at least 0
 */
record Optimism(Schedule alpha, Schedule beta) implements GradientTransform {
  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    State last = step.state("last", gradients.zeros());
    Gradients before = Mean.first(gradients, step).select(gradients, last.old());
    last.set(gradients);
    Tensor weight = beta.in(step, "beta");
    Tensor both = alpha.in(step, "alpha").plus(weight);
    return gradients.times(both).minus(before.times(weight));
  }
}
