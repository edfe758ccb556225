package org.glissade.optim;

import java.util.List;
import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;

/**
 * One schedule after another. Each counts from 0 at the step at which it begins. Source: Optax's
 * {@code join_schedules} (so also its {@code warmup_constant_schedule}, {@code
 * warmup_exponential_decay_schedule} and {@code sgdr_schedule}), PyTorch's {@code SequentialLR}.
 *
 * @param parts at least two
 * @param at the step at which each but the first begins, in increasing order
 */
public record JoinedSchedule(List<Schedule> parts, List<Integer> at) implements Schedule {
  /** The name in text. */
  public static final String NAME = "join";

  /** Checks that there is a step for each part but the first. */
  public JoinedSchedule {
    parts = List.copyOf(parts);
    at = List.copyOf(at);
    parts.forEach(part -> Require.part(NAME, part));
    Require.increasing(NAME + ": at", at);
    if (parts.size() < 2 || parts.size() != at.size() + 1) {
      throw new IllegalArgumentException(
          NAME
              + ": at must have one step less than there are schedules, which are at least two;"
              + " but there are %d schedules and %d steps".formatted(parts.size(), at.size()));
    }
  }

  @Override
  public Tensor at(Tensor count) {
    Tensor value = parts.get(0).at(count);
    for (int i = 0; i < at.size(); i++) {
      int begin = at.get(i);
      Tensor own = parts.get(i + 1).at(count.minus(begin).maximum(0));
      value = count.lessThan(count.like(begin)).select(value, own);
    }
    return value;
  }

  @Override
  public Optional<Range> values() {
    return parts.stream()
        .map(Schedule::values)
        .reduce((a, b) -> a.flatMap(x -> b.map(x::hull)))
        .flatMap(all -> all);
  }
}
