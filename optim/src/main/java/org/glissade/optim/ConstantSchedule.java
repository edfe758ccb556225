package org.glissade.optim;

import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.StepContext;

/**
 * Always the same.
 *
 * @param value in every step
 * @param changeable whether the user may change it between steps, without a new plan; else it is a
 *     number of the plan, as cheap as one that was written into it
 * @param range what the user may change it to
 */
public record ConstantSchedule(double value, boolean changeable, Range range) implements Schedule {
  /** The name in text. */
  public static final String NAME = "constant";

  /** The name of a number of the plan in text. */
  public static final String FIXED = "fixed";

  @Override
  public Tensor at(Tensor count) {
    return count.like(value);
  }

  @Override
  public Tensor in(StepContext step, String setting) {
    return changeable ? step.setting(setting, value, range) : at(step.count());
  }

  @Override
  public Schedule within(Range other) {
    return new ConstantSchedule(value, changeable, other);
  }

  @Override
  public String toString() {
    return (changeable ? NAME : FIXED) + "(" + value + ")";
  }

  @Override
  public Optional<Range> values() {
    return Double.isNaN(value) ? Optional.empty() : Optional.of(Range.closed(value, value));
  }
}
