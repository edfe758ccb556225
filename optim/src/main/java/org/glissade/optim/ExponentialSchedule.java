package org.glissade.optim;

import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;

/**
 * initial·factor^(max(t - begin, 0)/every), the exponent rounded down to a whole number in a
 * staircase; the value stops at {@code end}. Source: Optax's {@code exponential_decay}; as a
 * staircase PyTorch's {@code StepLR}, smooth its {@code ExponentialLR} and Keras' {@code
 * ExponentialDecay}.
 *
 * @param initial the value up to step {@code begin}, above 0
 * @param factor what the value is multiplied by, above 0; below 1 it falls
 * @param every in how many steps
 * @param begin the step at which it begins to change
 * @param staircase whether it changes in steps ({@code step}) or smoothly ({@code exponential})
 * @param end a falling value's least and a rising one's largest; {@link #noEnd} for none
 */
public record ExponentialSchedule(
    double initial, double factor, int every, int begin, boolean staircase, double end)
    implements Schedule {
  /** The name in text, without a staircase. */
  public static final String NAME = "exponential";

  /** The name in text, with a staircase. */
  public static final String STAIRCASE = "step";

  /** Checks the numbers. */
  public ExponentialSchedule {
    String name = staircase ? STAIRCASE : NAME;
    Require.in(Range.above(0), name + ": initial", initial);
    Require.in(Range.above(0), name + ": factor", factor);
    Require.in(Range.atLeast(1), name + ": every", every);
    Require.in(Range.atLeast(0), name + ": begin", begin);
    if (end != noEnd(factor)) {
      Require.in(Range.atLeast(0), name + ": end", end);
    }
  }

  /** The end that a value which changes by this factor never reaches. */
  public static double noEnd(double factor) {
    return factor < 1 ? 0 : Double.POSITIVE_INFINITY;
  }

  @Override
  public Tensor at(Tensor count) {
    Tensor exponent = count.minus(begin).maximum(0).dividedBy(every);
    Tensor whole = staircase ? exponent.floor() : exponent;
    Tensor value = count.like(factor).power(whole).times(initial);
    if (end == noEnd(factor)) {
      return value;
    }
    return factor < 1 ? value.maximum(end) : value.minimum(end);
  }

  @Override
  public Optional<Range> values() {
    if (factor == 1) {
      return Optional.of(Range.closed(initial, initial));
    }
    if (end == noEnd(factor)) {
      return Optional.of(factor < 1 ? Range.openClosed(0, initial) : Range.atLeast(initial));
    }
    return Optional.of(Range.closed(Math.min(initial, end), Math.max(initial, end)));
  }
}
