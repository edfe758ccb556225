package org.glissade.optim;

import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.StepContext;

/**
 * A schedule with the other sign: the lower of two bounds.
 *
 * @param part the schedule
 */
record NegatedSchedule(Schedule part) implements Schedule {
  @Override
  public Tensor at(Tensor count) {
    return part.at(count).negate();
  }

  @Override
  public Tensor in(StepContext step, String setting) {
    return part.in(step, setting).negate();
  }

  @Override
  public Optional<Range> values() {
    return part.values().map(x -> new Range(-x.high(), x.highAllowed(), -x.low(), x.lowAllowed()));
  }
}
