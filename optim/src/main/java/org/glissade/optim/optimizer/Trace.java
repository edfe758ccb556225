package org.glissade.optim.optimizer;

import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * trace ← u + decay·trace, which is the update: momentum without a setting of its own.
 *
 * @param decay at least 0 and below 1
 */
record Trace(double decay) implements GradientTransform {
  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    State trace = step.state("trace", gradients.zeros());
    return trace.set(gradients.plus(trace.old().times(decay)));
  }
}
