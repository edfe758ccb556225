package org.glissade.optim;

import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;

/**
 * Triangles between two values: low + (high - low)·x·cycleFactor^k·stepFactor^t, where x goes from
 * 0 to 1 within {@code up} steps and back within {@code down}, and k counts the triangles before.
 * Source: Smith, arXiv:1506.01186; PyTorch's {@code CyclicLR}, whose {@code triangular2} has the
 * cycle factor 0.5 and whose {@code exp_range} has gamma as the step factor.
 *
 * @param low the value between two triangles, at least 0
 * @param high the value at the top of the first, above low
 * @param up steps upwards
 * @param down steps downwards
 * @param cycleFactor by what each triangle is flatter than the one before, in (0, 1]
 * @param stepFactor by what each step is, in (0, 1]
 */
public record CyclicSchedule(
    double low, double high, int up, int down, double cycleFactor, double stepFactor)
    implements Schedule {
  /** The name in text. */
  public static final String NAME = "cycle";

  /** Checks the numbers. */
  public CyclicSchedule {
    Require.in(Range.atLeast(0), NAME + ": low", low);
    Require.in(Range.above(low), NAME + ": high", high);
    Require.in(Range.atLeast(1), NAME + ": up", up);
    Require.in(Range.atLeast(1), NAME + ": down", down);
    Require.in(Range.openClosed(0, 1), NAME + ": cycle-factor", cycleFactor);
    Require.in(Range.openClosed(0, 1), NAME + ": step-factor", stepFactor);
  }

  @Override
  public Tensor at(Tensor count) {
    int period = up + down;
    Tensor cycles = count.dividedBy(period).floor();
    Tensor t = count.minus(cycles.times(period));
    Tensor rising = t.dividedBy(up);
    Tensor falling = t.negate().plus(period).dividedBy(down);
    Tensor x = t.lessThan(t.like(up)).select(rising, falling);
    Tensor flatter = power(cycleFactor, cycles).times(power(stepFactor, count));
    return x.times(flatter).times(high - low).plus(low);
  }

  private static Tensor power(double factor, Tensor exponent) {
    return factor == 1 ? exponent.like(1) : exponent.like(factor).power(exponent);
  }

  @Override
  public Optional<Range> values() {
    return Optional.of(Range.closed(low, high));
  }
}
