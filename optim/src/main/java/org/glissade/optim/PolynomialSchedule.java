package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;

/**
 * (initial - end)·(1 - x)^power + end, where x goes from 0 at step {@code begin} to 1 after {@code
 * steps} more and stays there. Power 1 is a line. Source: Optax's {@code polynomial_schedule}.
 *
 * @param initial the value up to step {@code begin}, at least 0
 * @param end the last value, at least 0
 * @param steps how many steps it takes
 * @param power above 0
 * @param begin the step at which it begins to change
 */
public record PolynomialSchedule(double initial, double end, int steps, double power, int begin)
    implements Schedule {
  /** The name in text. */
  public static final String NAME = "polynomial";

  /** Checks the numbers. */
  public PolynomialSchedule {
    Require.in(Range.atLeast(0), NAME + ": initial", initial);
    Require.in(Range.atLeast(0), NAME + ": end", end);
    Require.in(Range.above(0), NAME + ": power", power);
    Require.in(Range.atLeast(1), NAME + ": steps", steps);
    Require.in(Range.atLeast(0), NAME + ": begin", begin);
  }

  @Override
  public Tensor at(Tensor count) {
    Tensor left = count.minus(begin).maximum(0).minimum(steps).dividedBy(steps).negate().plus(1);
    return left.power(count.like(power)).times(initial - end).plus(end);
  }
}
