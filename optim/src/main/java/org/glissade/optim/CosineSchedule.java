package org.glissade.optim;

import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;

/**
 * A line from {@code start} to {@code peak} within the warm-up, then end + (peak - end)·(1 + cos
 * πx)/2, where x goes from 0 to 1 at step {@code total} and stays there; an exponent is that of (1
 * + cos πx)/2. The total includes the warm-up, which Keras' {@code CosineDecay} counts apart.
 * Source: Optax's {@code warmup_cosine_decay_schedule}, without a warm-up {@code
 * cosine_decay_schedule}; PyTorch's {@code CosineAnnealingLR} rises again after its end.
 *
 * @param peak the largest value, above 0
 * @param warmup how many steps it takes to reach it; 0 begins there
 * @param total the step from which on the value is {@code end}, above the warm-up
 * @param start the value in the first step of a warm-up, at least 0
 * @param end the last value, at least 0
 * @param exponent above 0; 1 is a plain cosine
 */
public record CosineSchedule(
    double peak, int warmup, int total, double start, double end, double exponent)
    implements Schedule {
  /** The name in text. */
  public static final String NAME = "cosine";

  /** Checks the numbers. */
  public CosineSchedule {
    Require.in(Range.above(0), NAME + ": peak", peak);
    Require.in(Range.atLeast(0), NAME + ": warmup", warmup);
    Require.in(Range.atLeast(0), NAME + ": start", start);
    Require.in(Range.atLeast(0), NAME + ": end", end);
    Require.in(Range.above(0), NAME + ": exponent", exponent);
    if (total <= warmup) {
      throw new IllegalArgumentException(
          NAME + ": total must be above warmup (%d), but was %d".formatted(warmup, total));
    }
  }

  @Override
  public Tensor at(Tensor count) {
    Tensor x = count.minus(warmup).maximum(0).dividedBy(total - warmup).minimum(1);
    Tensor falling = bent(x.times(Math.PI).cos().plus(1)).plus(end);
    if (warmup == 0) {
      return falling;
    }
    Tensor rising = count.times((peak - start) / warmup).plus(start);
    return count.lessThan(count.like(warmup)).select(rising, falling);
  }

  /** From 0 to 2 becomes 0 to peak - end. */
  private Tensor bent(Tensor cosine) {
    return exponent == 1
        ? cosine.times((peak - end) / 2)
        : cosine.dividedBy(2).power(cosine.like(exponent)).times(peak - end);
  }

  @Override
  public Optional<Range> values() {
    double first = warmup == 0 ? peak : start;
    return Optional.of(
        Range.closed(Math.min(Math.min(first, end), peak), Math.max(Math.max(first, end), peak)));
  }
}
