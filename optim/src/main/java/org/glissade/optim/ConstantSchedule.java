package org.glissade.optim;

import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.StepContext;

/**
 * Always the same value. In a step it is a setting, which the user may change between steps without
 * a new plan.
 *
 * @param value any number; what it is used for checks it
 */
public record ConstantSchedule(double value) implements Schedule {
  /** The name in text. */
  public static final String NAME = "constant";

  @Override
  public Tensor at(Tensor count) {
    return count.like(value);
  }

  @Override
  public Tensor in(StepContext step, String setting) {
    return step.setting(setting, value);
  }

  @Override
  public Optional<Range> values() {
    return Optional.of(value).filter(Double::isFinite).map(x -> Range.closed(x, x));
  }
}
