package org.glissade.optim;

import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;

/**
 * (initial - end)·(1 - x)^power + end, where x goes from 0 at step {@code begin} to 1 after {@code
 * steps} more and stays there. Power 1 is a line. In cycles it stays nowhere: x is 1 at the end of
 * so many steps, then of twice, three times as many, and falls back in between. Source: Optax's
 * {@code polynomial_schedule} and {@code linear_schedule}, PyTorch's {@code PolynomialLR} and
 * {@code LinearLR}; the cycles are those of Keras' {@code PolynomialDecay}.
 *
 * @param initial the value up to step {@code begin}, at least 0
 * @param end the last value, at least 0
 * @param steps how many steps it takes
 * @param power above 0
 * @param begin the step at which it begins to change
 * @param cycle whether it goes on in cycles, each with more steps than the one before
 */
public record PolynomialSchedule(
    double initial, double end, int steps, double power, int begin, boolean cycle)
    implements Schedule {
  /** The name in text. */
  public static final String NAME = "polynomial";

  /** The name in text of power 1. */
  public static final String LINEAR = "linear";

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
    Tensor t = count.minus(begin).maximum(0);
    Tensor x = cycle ? t.dividedBy(cycles(t).times(steps)) : t.minimum(steps).dividedBy(steps);
    Tensor left = x.negate().plus(1);
    return left.power(count.like(power)).times(initial - end).plus(end);
  }

  /** ⌈t/steps⌉, at least 1: by how much the steps of the cycle that t is in are more. */
  private Tensor cycles(Tensor t) {
    return t.dividedBy(steps).negate().floor().negate().maximum(1);
  }

  @Override
  public Optional<Range> values() {
    return Optional.of(Range.closed(Math.min(initial, end), Math.max(initial, end)));
  }
}
