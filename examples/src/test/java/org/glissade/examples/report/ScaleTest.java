package org.glissade.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  private static List<String> labels(Scale scale) {
    return scale.ticks().stream().map(Scale.Tick::label).toList();
  }

  @Test
  void countsHaveWholeTicks() {
    assertEquals(List.of("0", "200", "400", "600", "800"), labels(LinearScale.counts(0, 937)));
    assertEquals(List.of("1", "2"), labels(LinearScale.counts(1, 2)));
    assertEquals(
        List.of("0", "1,000", "2,000", "3,000", "4,000"), labels(LinearScale.counts(0, 4_689)));
    assertEquals(List.of("0", "1"), labels(LinearScale.counts(0, 0)));
  }

  @Test
  void sharesAreMovedOutToATickWithinZeroToHundred() {
    assertEquals(
        List.of("0 %", "20 %", "40 %", "60 %", "80 %", "100 %"),
        labels(LinearScale.shares(0.098, 0.893)));
    assertEquals(
        List.of("90 %", "92 %", "94 %", "96 %", "98 %"), labels(LinearScale.shares(0.909, 0.975)));
    Scale all = LinearScale.shares(1, 1);
    assertEquals("100 %", labels(all).get(labels(all).size() - 1));
    assertEquals(1, all.place(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0.03; 800; 0.1 1 10 100 1,000",
        "1e-12; 1e30; 10⁻⁸ 1 10⁸ 10¹⁶ 10²⁴",
        "0.2; 3; 0.2 0.5 1 2",
        "200; 90000; 1,000 10⁴ 10⁵",
        "2e6; 3e7; 2·10⁶ 5·10⁶ 10⁷ 2·10⁷",
        "2.2; 2.4; 2 2.5 3",
        "4.9e-324; 1e308; 10⁻²²⁸ 10⁻¹¹⁴ 1 10¹¹⁴ 10²²⁸"
      })
  void logTicksSuitTheRange(double low, double high, String expected) {
    Scale scale = LogScale.over(DoubleStream.of(high, Double.NaN, low, Double.POSITIVE_INFINITY));
    assertEquals(expected, String.join(" ", labels(scale)));
    for (Scale.Tick tick : scale.ticks()) {
      assertTrue(tick.place() >= 0 && tick.place() <= 1, tick::toString);
    }
    assertTrue(scale.place(low) > 0 && scale.place(low) < scale.place(high));
    assertTrue(scale.place(high) < 1);
  }

  @Test
  void zeroHasAPlaceBelowAllOthersWhereItOccurs() {
    Scale with = LogScale.over(DoubleStream.of(0, 1, 100));
    assertEquals(0, with.place(0));
    assertTrue(with.place(1) >= 0.1);
    assertEquals("0", labels(with).get(0));
    assertTrue(Double.isNaN(LogScale.over(DoubleStream.of(1, 100)).place(0)));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity", "-1"})
  void whatIsNotFiniteHasNoPlace(double value) {
    assertTrue(Double.isNaN(LogScale.over(DoubleStream.of(1, 2)).place(value)));
  }

  @Test
  void nothingToShowStillMakesAnAxis() {
    assertTrue(LogScale.over(DoubleStream.of(Double.NaN)).ticks().size() >= 2);
    assertTrue(LogScale.over(DoubleStream.of(0, 0)).ticks().size() >= 2);
  }
}
