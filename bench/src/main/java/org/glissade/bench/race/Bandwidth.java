package org.glissade.bench.race;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** GB/s of copying, read and written, on so many threads; measured anew in each round. */
final class Bandwidth implements AutoCloseable {
  private static final int ARRAYCOPY = 0;
  private static final int LOOP = 1;
  private static final int IN_PLACE = 2;

  private final int threads;
  private final Runner copy;

  Bandwidth(Stable stable, int threads) {
    this.threads = threads;
    Setup setup = new Setup(threads, Waiting.PASSIVE);
    copy = new Runner("copy", setup, true).begin(stable, stable.ours(), "copy", "");
    copy.warmUp();
  }

  void measure() {
    copy.turn();
  }

  /** The better of {@code arraycopy} and a vector loop, as the median of the rounds. */
  OptionalDouble median() {
    return Stream.of(copy.values(ARRAYCOPY), copy.values(LOOP))
        .filter(values -> !values.isEmpty())
        .mapToDouble(values -> new Sample(values).median())
        .max();
  }

  /** What was measured, in words. */
  String told() {
    return String.format(
        Locale.ROOT,
        "GB/s read and written on %d thread%s: arraycopy %.1f, a vector loop from one array to"
            + " another %.1f, one that changes an array in place %.1f; share is of the better of the"
            + " first two",
        threads,
        threads == 1 ? "" : "s",
        median(copy.values(ARRAYCOPY)),
        median(copy.values(LOOP)),
        median(copy.values(IN_PLACE)));
  }

  private static double median(List<Double> values) {
    return values.isEmpty() ? Double.NaN : new Sample(values).median();
  }

  @Override
  public void close() {
    copy.close();
  }
}
