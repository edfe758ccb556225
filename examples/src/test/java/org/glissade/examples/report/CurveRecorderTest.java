package org.glissade.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveRecorderTest {
  private static List<Curve.Point> record(int capacity, int steps) {
    CurveRecorder recorder = new CurveRecorder(capacity);
    for (int step = 0; step < steps; step++) {
      recorder.add(step, step * 0.5);
    }
    return recorder.toCurve().points();
  }

  @Test
  void aShortRunIsKeptWhole() {
    assertEquals(List.of(), record(8, 0));
    List<Curve.Point> points = record(8, 72);
    assertEquals(LongStream.range(0, 72).boxed().toList(), steps(points));
    assertEquals(35.5, points.get(71).value());
  }

  @Test
  void aLongRunIsThinnedEvenlyAfterItsHead() {
    List<Long> steps = steps(record(8, 64 + 40));
    assertEquals(LongStream.range(0, 64).boxed().toList(), steps.subList(0, 64));
    assertEquals(List.of(64L, 72L, 80L, 88L, 96L, 103L), steps.subList(64, steps.size()));
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 72, 73, 80, 81, 96, 97, 128, 1_000, 4_690})
  void firstAndLastAreKeptWithinTheRoom(int count) {
    List<Curve.Point> points = record(8, count);
    assertTrue(points.size() >= 64 + Math.min(4, count - 64), () -> "too few: " + points.size());
    assertTrue(points.size() <= 64 + 8 + 1, () -> "too many: " + points.size());
    assertEquals(0, points.get(0).step());
    assertEquals(count - 1, points.get(points.size() - 1).step());
    points.forEach(point -> assertEquals(point.step() * 0.5, point.value()));
  }

  @Test
  void stepsMustAscend() {
    List<Curve.Point> points = List.of(new Curve.Point(3, 1), new Curve.Point(3, 2));
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> new Curve(points));
    assertEquals("steps of a curve must ascend, got 3 after 3", error.getMessage());
  }

  private static List<Long> steps(List<Curve.Point> points) {
    return points.stream().map(Curve.Point::step).toList();
  }
}
