package org.glissade.bench.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SampleTest {
  private static Sample of(double... values) {
    return new Sample(DoubleStream.of(values).boxed().toList());
  }

  @Test
  void medianIsTheMiddleOrTheMeanOfTwo() {
    assertEquals(2, of(9, 1, 2).median());
    assertEquals(3, of(9, 1, 2, 4).median());
    assertEquals(7, of(7).median());
  }

  @Test
  void spreadIsFromLeastToGreatest() {
    assertEquals(new Sample.Interval(1, 9), of(4, 9, 1, 2).spread());
  }

  @Test
  void intervalOfTwentyIsFromTheSixthToTheFifteenth() {
    List<Double> shuffled = new java.util.ArrayList<>();
    IntStream.rangeClosed(1, 20).forEach(i -> shuffled.add((double) i));
    Collections.shuffle(shuffled, new java.util.Random(1));
    assertEquals(
        Optional.of(new Sample.Interval(6, 15)), new Sample(shuffled).medianInterval(0.95));
  }

  @Test
  void sixValuesAreTheFewestForAnInterval() {
    assertEquals(Optional.empty(), of(1, 2, 3, 4, 5).medianInterval(0.95));
    assertEquals(Optional.of(new Sample.Interval(1, 6)), of(1, 2, 3, 4, 5, 6).medianInterval(0.95));
  }

  @Test
  void intervalHoldsTheTrueMedianAsOftenAsItSays() {
    long seed = 20;
    SplittableRandom random = new SplittableRandom(seed);
    int held = 0;
    int trials = 4000;
    for (int trial = 0; trial < trials; trial++) {
      Sample sample = new Sample(random.doubles(20).boxed().toList());
      Sample.Interval interval = sample.medianInterval(0.95).orElseThrow();
      held += interval.low() <= 0.5 && 0.5 <= interval.high() ? 1 : 0;
    }
    double share = (double) held / trials;
    assertEquals(0.9586, share, 0.01, "seed " + seed);
  }

  @Test
  void nothingIsNoSample() {
    assertThrows(IllegalArgumentException.class, () -> of());
  }
}
