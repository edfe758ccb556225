package org.glissade.optim.optimizer;

import org.glissade.optim.Schedule;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * trace ← u + momentum·trace, which is the update: momentum under the name of its rule.
 *
 * @param momentum at least 0 and below 1
 */
record Trace(Schedule momentum) implements GradientTransform {
  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    State trace = step.state("trace", gradients.zeros());
    return trace.set(gradients.plus(trace.old().times(momentum.in(step, "momentum"))));
  }
}
