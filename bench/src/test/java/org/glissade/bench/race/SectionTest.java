package org.glissade.bench.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class SectionTest {
  private static Row row(boolean ours, double median) {
    return Row.of(ours ? "ours" : "rival", "", ours, new Sample(List.of(median)));
  }

  private static List<OptionalDouble> ratios(Row... rows) {
    return new Section("W1", "", "s", List.of(rows), List.of())
        .compared().rows().stream().map(Row::ratio).toList();
  }

  @Test
  void everyMedianIsComparedWithTheBestRival() {
    assertEquals(
        List.of(OptionalDouble.of(4), OptionalDouble.of(0.5), OptionalDouble.of(1)),
        ratios(row(true, 0.25), row(false, 2), row(false, 1)));
  }

  @Test
  void withoutRivalsNothingIsCompared() {
    assertEquals(
        List.of(OptionalDouble.empty(), OptionalDouble.empty()),
        ratios(row(true, 1), Row.absent("rival", "not here")));
  }

  @Test
  void onlyMoreThanAPointBelowOursIsNoted() {
    List<Row> rows =
        Accuracy.checked(
            List.of(
                row(true, 1).withAccuracy(0.97),
                row(false, 1).withAccuracy(0.961),
                row(false, 1).withAccuracy(0.955),
                row(false, 1).withAccuracy(0.99),
                row(false, 1)));
    assertEquals(
        List.of("", "", "its accuracy is 1.5 points below ours", "", ""),
        rows.stream().map(Row::remark).toList());
  }
}
