package org.glissade.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 0",
        "-0.0; 0",
        "0.08314; 0.0831",
        "0.001; 0.00100",
        "0.000012345; 1.23e-5",
        "0.99996; 1.00",
        "12.345; 12.3",
        "412.3; 412",
        "999.96; 1,000",
        "4123.4; 4,123",
        "123456; 123,456",
        "999999.9; 1e6",
        "1.234e30; 1.23e30",
        "-2.5; -2.50",
        "NaN; NaN",
        "Infinity; inf",
        "-Infinity; -inf"
      })
  void numberHasThreeDigitsOrIsWhole(double value, String text) {
    assertEquals(text, Format.number(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 %",
    "0.0000001, <0.1 %",
    "0.004, 0.4 %",
    "0.031, 3 %",
    "0.5, 50 %",
    "0.972, 97 %",
    "0.9931, 99.3 %",
    "0.99999, >99.9 %",
    "1, 100 %",
    "NaN, -"
  })
  void shareIsNeverRoundedToNoneOrAll(double share, String text) {
    assertEquals(text, Format.share(share));
  }

  @ParameterizedTest
  @CsvSource({"0.97312, 2, 97.31 %", "0.098, 1, 9.8 %", "1, 1, 100.0 %", "NaN, 1, -"})
  void percentHasFixedDecimals(double share, int decimals, String text) {
    assertEquals(text, Format.percent(share, decimals));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "-5000, 0 s",
    "59499, 59 s",
    "59500, 1 m 00 s",
    "65000, 1 m 05 s",
    "3599499, 59 m 59 s",
    "3600000, 1 h 00 m",
    "7384000, 2 h 03 m"
  })
  void durationIsReadable(long millis, String text) {
    assertEquals(text, Format.duration(Duration.ofMillis(millis)));
  }

  @ParameterizedTest
  @CsvSource({"0.01, 0.01", "2, 2", "1e-7, 0.0000001", "100, 100", "NaN, NaN"})
  void settingIsAsItWasGiven(double value, String text) {
    assertEquals(text, Format.setting(value));
  }
}
