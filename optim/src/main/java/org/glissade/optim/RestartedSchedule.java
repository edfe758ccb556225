package org.glissade.optim;

import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;

/**
 * A schedule that begins anew again and again: the first time after {@code every} steps, then each
 * time after {@code longer} times as many as before, in which it is stretched as much; and each
 * time {@code lower} times as high. Source: SGDR (Loshchilov and Hutter, arXiv:1608.03983); of a
 * cosine PyTorch's {@code CosineAnnealingWarmRestarts} and Keras' {@code CosineDecayRestarts}
 * (which does not lower its {@code alpha}).
 *
 * @param part what is repeated
 * @param every the length of the first time
 * @param longer by what each time is longer, at least 1
 * @param lower by what each time is lower, in (0, 1]
 */
public record RestartedSchedule(Schedule part, int every, double longer, double lower)
    implements Schedule {
  /** The name in text. */
  public static final String NAME = "restart";

  /** Checks the numbers. */
  public RestartedSchedule {
    Require.part(NAME, part);
    Require.in(Range.atLeast(1), NAME + ": every", every);
    Require.in(Range.atLeast(1), NAME + ": longer", longer);
    Require.in(Range.openClosed(0, 1), NAME + ": lower", lower);
  }

  @Override
  public Tensor at(Tensor count) {
    Tensor times = times(count);
    Tensor stretch = count.like(longer).power(times);
    Tensor value = part.at(count.minus(begin(times)).dividedBy(stretch));
    return lower == 1 ? value : value.times(count.like(lower).power(times));
  }

  /** How often it has begun anew. */
  private Tensor times(Tensor count) {
    if (longer == 1) {
      return count.dividedBy(every).floor();
    }
    Tensor exponent = count.times((longer - 1) / every).plus(1).log().dividedBy(Math.log(longer));
    Tensor near = exponent.floor();
    Tensor late = begin(near.plus(1)).atMost(count);
    Tensor early = count.lessThan(begin(near));
    return near.plus(late).minus(early);
  }

  /** The step at which it begins anew for the k-th time. */
  private Tensor begin(Tensor k) {
    return longer == 1
        ? k.times(every)
        : k.like(longer).power(k).minus(1).times(every).dividedBy(longer - 1);
  }

  @Override
  public Optional<Range> values() {
    return lower == 1
        ? part.values()
        : part.values().map(range -> range.hull(new Range(0, false, range.high(), false)));
  }
}
