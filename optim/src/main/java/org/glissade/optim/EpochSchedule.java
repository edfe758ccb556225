package org.glissade.optim;

import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;

/**
 * A schedule with t counted in epochs, ⌊t/updates⌋: it changes only from one epoch to the next. An
 * epoch is a number of applied updates, so steps that were skipped delay it.
 *
 * @param part what counts in epochs
 * @param updates of an epoch
 */
public record EpochSchedule(Schedule part, int updates) implements Schedule {
  /** The name in text. */
  public static final String NAME = "epochs";

  /** Checks the number. */
  public EpochSchedule {
    Require.part(NAME, part);
    Require.in(Range.atLeast(1), NAME + ": updates", updates);
  }

  @Override
  public Tensor at(Tensor count) {
    return part.at(count.dividedBy(updates).floor());
  }

  @Override
  public Optional<Range> values() {
    return part.values();
  }
}
