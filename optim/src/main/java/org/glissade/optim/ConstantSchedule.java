package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.StepContext;

/**
 * Always the same value. In a step it is the setting {@code rate}, which the user may change
 * between steps without a new plan.
 *
 * @param value above 0
 */
public record ConstantSchedule(double value) implements Schedule {
  /** The name in text. */
  public static final String NAME = "constant";

  /** The setting that holds the value. */
  public static final String SETTING = "rate";

  /** Checks the value. */
  public ConstantSchedule {
    Require.in(Range.above(0), NAME + ": " + SETTING, value);
  }

  @Override
  public Tensor at(Tensor count) {
    return count.like(value);
  }

  @Override
  public Tensor in(StepContext step) {
    return step.setting(SETTING, value);
  }
}
