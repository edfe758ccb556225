package org.glissade.optim;

import org.glissade.tensor.Tensor;
import org.glissade.transform.StepContext;

/**
 * A schedule that depends on more than the count: on the loss, or on what it was before. It can be
 * a setting, but no part of another schedule.
 */
public interface StepSchedule extends Schedule {
  @Override
  Tensor in(StepContext step, String setting);

  @Override
  default Tensor at(Tensor count) {
    throw new IllegalStateException(
        this + " depends on more than the count of updates: ask for its value in a step");
  }
}
