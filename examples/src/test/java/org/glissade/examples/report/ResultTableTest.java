package org.glissade.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  @Test
  void usualRunsAsOneReadsThem() {
    assertEquals(Golden.text("table.txt"), ResultTable.of(SampleResults.usual()));
  }

  @Test
  void longNamesAreWrappedWithinTheWidth() {
    String layer = "encoder/block-7/feed-forward/dense-1";
    RunResult run =
        SampleResults.plain(
            "a group whose title is long",
            "a-run-with-a-name-that-nobody-would-want-to-type",
            0.5,
            0.9);
    run = SampleResults.exploded(run, SampleResults.explosion(1_000_000, layer, 2_000));
    run = SampleResults.died(run, new Death(layer, 0.96));
    String table = ResultTable.of(new Results(SampleResults.environment(), List.of(run)));
    assertTrue(table.lines().allMatch(line -> line.length() <= 120), table);
    assertTrue(table.lines().anyMatch(line -> line.length() > 100), table);
    String together = table.replaceAll("\\s", "");
    assertTrue(together.contains("encoder/"), table);
    assertTrue(together.contains("1000000"), table);
  }

  @Test
  void anEmptyTableSaysSo() {
    String table = ResultTable.of(new Results(SampleResults.environment(), List.of()));
    assertTrue(table.endsWith("no run\n"), table);
  }

  @Test
  void aRunWithoutAnEpochHasDashes() {
    RunResult run = SampleResults.plain("g", "none", Double.NaN);
    assertEquals("-", Column.LOSS.cell(run));
    assertEquals("-", Column.ACCURACY.cell(run));
    assertEquals("-", Column.ACTED.cell(run));
    assertEquals("no", Column.EXPLODED.cell(run));
    assertEquals("no", Column.DIED.cell(run));
  }

  @Test
  void wrappingPrefersSpacesAndLosesNothing() {
    assertEquals(List.of("ab cd", "ef"), TextGrid.wrap("ab cd ef", 5));
    assertEquals(List.of("to", "97 %"), TextGrid.wrap("to 97 %", 6));
    assertEquals(List.of("clip-", "by-", "norm"), TextGrid.wrap("clip-by-norm", 5));
    assertEquals(List.of("abcde", "fg"), TextGrid.wrap("abcdefg", 5));
    assertEquals(List.of(""), TextGrid.wrap("", 5));
  }
}
