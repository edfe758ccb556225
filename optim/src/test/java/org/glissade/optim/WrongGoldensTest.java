package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.glissade.reference.ReferenceBackend;
import org.glissade.testkit.golden.GoldenCase;
import org.glissade.testkit.golden.GoldenCase.Line;
import org.glissade.testkit.golden.Rounding;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A golden case that says something wrong fails. */
class WrongGoldensTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "update # 0.6 0.800000002",
        "update # 0.6",
        "update # NaN 0.8",
        "parameters # 0.6 0.8",
        "squares # 1.00000001",
        "gradient-matrix # nothing"
      })
  void aCaseWithWrongNumbersFails(String key, String value) {
    List<Line> script =
        List.of(
            new Line("parameter", "x 2 weight"),
            new Line("chain", "clip-by-norm(1, extent=global)"),
            new Line("gradient", "3 4"),
            new Line("run", "1"),
            new Line(key, value));
    GoldenCase golden = new GoldenCase("wrong", "nowhere", script);
    Class<? extends Throwable> failure =
        key.startsWith("gradient") ? NumberFormatException.class : AssertionError.class;
    assertThrows(
        failure, () -> golden.verify(new ReferenceBackend(), ChainReader.load(), Rounding.NONE));
  }
}
