package org.glissade.optim;

import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;

/**
 * initial/(1 + factor·t/every)^power, t/every rounded down to a whole number in a staircase.
 * Source: Keras' {@code InverseTimeDecay} (power 1), DL4J's {@code InverseSchedule} (every 1).
 *
 * @param initial the first value, above 0
 * @param factor above 0
 * @param every in how many steps the divisor grows by the factor
 * @param power above 0
 * @param staircase whether it changes only every so many steps
 */
public record InverseTimeSchedule(
    double initial, double factor, int every, double power, boolean staircase) implements Schedule {
  /** The name in text. */
  public static final String NAME = "inverse-time";

  /** Checks the numbers. */
  public InverseTimeSchedule {
    Require.in(Range.above(0), NAME + ": initial", initial);
    Require.in(Range.above(0), NAME + ": factor", factor);
    Require.in(Range.atLeast(1), NAME + ": every", every);
    Require.in(Range.above(0), NAME + ": power", power);
  }

  @Override
  public Tensor at(Tensor count) {
    Tensor periods = count.dividedBy(every);
    Tensor whole = staircase ? periods.floor() : periods;
    Tensor divisor = whole.times(factor).plus(1);
    return count.like(initial).dividedBy(divisor.power(count.like(power)));
  }

  @Override
  public Optional<Range> values() {
    return Optional.of(Range.openClosed(0, initial));
  }
}
