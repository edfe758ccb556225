package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * initial in the first step, then what it was before times a factor that depends on the count.
 * Source: PyTorch's {@code MultiplicativeLR}.
 *
 * @param initial the first value, above 0
 * @param factor what the value of the step before is multiplied by; that of step 0 is not used
 */
public record MultipliedSchedule(double initial, Schedule factor) implements StepSchedule {
  private static final String NAME = "multiplied";

  /** Checks the first value. */
  public MultipliedSchedule {
    Require.in(Range.above(0), NAME + ": initial", initial);
    Require.part(NAME, factor);
  }

  @Override
  public Tensor in(StepContext step, String setting) {
    Tensor count = step.count();
    State value = step.state(setting + "-value", count.like(initial));
    Tensor old = value.old().value();
    Tensor begun = count.like(0).lessThan(count);
    Tensor next = begun.select(old.times(factor.at(count)), old);
    return value.set(value.old().scalar(next)).value();
  }
}
