package org.glissade.optim;

import org.glissade.tensor.Tensor;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/** Before the first update, and once in so many. */
final class Periods {
  private Periods() {}

  /** What a state that begins as the values of the parameters holds before this step. */
  static Gradients begun(State state, Gradients values, StepContext step) {
    return state.old().scalar(step.count()).select(state.old(), values);
  }

  /** 1 in each step that makes a multiple of so many updates complete, else 0. */
  static Gradients due(Gradients gradients, StepContext step, int updates) {
    return gradients.scalar(multiple(step.count().plus(1), updates));
  }

  /** 1 where a whole number is a multiple of another, else 0. */
  static Tensor multiple(Tensor number, int of) {
    return number.dividedBy(of).floor().times(of).equalTo(number);
  }
}
