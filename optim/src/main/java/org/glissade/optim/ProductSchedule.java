package org.glissade.optim;

import java.util.List;
import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;

/**
 * The product of schedules. Source: PyTorch's {@code ChainedScheduler}.
 *
 * @param parts at least two
 */
public record ProductSchedule(List<Schedule> parts) implements Schedule {
  /** The name in text. */
  public static final String NAME = "product";

  /** Checks that there are parts. */
  public ProductSchedule {
    parts = List.copyOf(parts);
    parts.forEach(part -> Require.part(NAME, part));
    if (parts.size() < 2) {
      throw new IllegalArgumentException(
          NAME + ": there must be at least two schedules, but there are " + parts.size());
    }
  }

  @Override
  public Tensor at(Tensor count) {
    return parts.stream().map(part -> part.at(count)).reduce(Tensor::times).orElseThrow();
  }

  /** Known where no part is below 0. */
  @Override
  public Optional<Range> values() {
    Optional<Range> product = parts.get(0).values().filter(range -> range.low() >= 0);
    for (Schedule part : parts.subList(1, parts.size())) {
      Optional<Range> more = part.values().filter(range -> range.low() >= 0);
      product = product.flatMap(a -> more.map(b -> product(a, b)));
    }
    return product;
  }

  private static Range product(Range a, Range b) {
    return new Range(
        a.low() * b.low(),
        a.lowAllowed() && b.lowAllowed(),
        a.high() * b.high(),
        a.highAllowed() && b.highAllowed());
  }
}
