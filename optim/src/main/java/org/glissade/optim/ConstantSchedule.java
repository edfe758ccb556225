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
 */
public record ConstantSchedule(double value, boolean changeable) implements Schedule {
  /** The name in text. */
  public static final String NAME = "constant";

  @Override
  public Tensor at(Tensor count) {
    return count.like(value);
  }

  @Override
  public Tensor in(StepContext step, String setting) {
    return changeable ? step.setting(setting, value) : at(step.count());
  }

  @Override
  public Optional<Range> values() {
    return Optional.of(value).filter(Double::isFinite).map(x -> Range.closed(x, x));
  }
}
