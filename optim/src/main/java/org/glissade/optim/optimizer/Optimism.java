package org.glissade.optim.optimizer;

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
record Optimism(double alpha, double beta) implements GradientTransform {
  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    State last = step.state("last", gradients.zeros());
    Gradients before = Mean.first(gradients, step).select(gradients, last.old());
    last.set(gradients);
    return gradients.times(alpha + beta).minus(before.times(beta));
  }
}
