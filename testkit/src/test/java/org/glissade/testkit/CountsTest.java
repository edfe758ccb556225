package org.glissade.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CountsTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Counts counts = new Counts(new PrintStream(printed, true, StandardCharsets.UTF_8));

  @Test
  void countsWhatPassed() {
    for (int i = 0; i < 1024; i++) {
      counts.run("kit runs", true);
    }
    counts.run("kit runs", false);
    counts.run("goldens", false);
    assertEquals("0 goldens, 1,024 kit runs", counts.describe());
  }

  @Test
  void aContainerIsOneIfAllOfItPassed() {
    counts.container("entries", "adam", true);
    counts.container("entries", "adam", true);
    counts.container("entries", "sgd", true);
    counts.container("entries", "noise", true);
    counts.container("entries", "noise", false);
    counts.container("entries", "noise", true);
    assertEquals("2 entries", counts.describe());
  }

  @Test
  void saysItAtTheEnd() {
    counts.run("runs", true);
    counts.close();
    assertEquals(
        "testkit: 1 runs" + System.lineSeparator(), printed.toString(StandardCharsets.UTF_8));
  }
}
