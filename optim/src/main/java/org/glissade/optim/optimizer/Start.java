package org.glissade.optim.optimizer;

import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/** The values that the parameters had before the first step, whoever put them there. */
final class Start {
  private Start() {}

  static Gradients of(Gradients gradients, StepContext step) {
    State start = step.state("start", gradients.zeros());
    Gradients first = Mean.first(gradients, step);
    return start.set(first.select(step.values(gradients), start.old()));
  }
}
