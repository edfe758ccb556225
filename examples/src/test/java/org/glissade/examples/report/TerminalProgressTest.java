package org.glissade.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private long now;

  private TerminalProgress progress(boolean live) {
    return new TerminalProgress(out, live, () -> now);
  }

  private static Progress at(long step, long seconds) {
    return new Progress(
        1, 1, "none", 1, 2, step, 469, 2.3, Double.NaN, 1000, Duration.ofSeconds(seconds));
  }

  private static String line(long step, String eta) {
    return "run 1/1 none  epoch 1/2  step %d/469  loss 2.30  1,000 samples/s  ETA %s"
        .formatted(step, eta);
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void aTerminalLineIsRewrittenAndCleared() {
    try (TerminalProgress progress = progress(true)) {
      assertTrue(progress.due());
      progress.show(at(10, 65));
      now = 99_999_999L;
      assertFalse(progress.due());
      progress.show(at(11, 64));
      now = 100_000_000L;
      assertTrue(progress.due());
      progress.show(at(12, 9));
      progress.note("done");
      progress.showNow(at(13, 8));
    }
    String first = "\r" + line(10, "1 m 05 s");
    String second = "\r" + line(12, "9 s");
    String gap = " ".repeat(first.length() - second.length());
    String clear = "\r" + " ".repeat(second.length() - 1) + "\r";
    assertEquals(first + second + gap + clear + "done\n\r" + line(13, "8 s") + clear, printed());
  }

  @Test
  void aLogGetsWholeLinesSeldom() {
    try (TerminalProgress progress = progress(false)) {
      progress.show(at(1, 65));
      now = 4_999_999_999L;
      progress.show(at(2, 60));
      progress.showNow(at(3, 59));
      now = 5_000_000_000L;
      progress.show(at(4, 59));
      now += 5_000_000_000L;
      progress.show(at(5, 54));
      progress.note("done");
    }
    assertEquals(
        line(1, "1 m 05 s") + "\n" + line(3, "59 s") + "\n" + line(5, "54 s") + "\ndone\n",
        printed());
  }

  @Test
  void aTerminalLineNeverFillsTheLastColumn() {
    try (TerminalProgress progress = progress(true)) {
      progress.show(
          new Progress(1, 1, "n".repeat(200), 1, 1, 1, 1, 1, 1, 1, Duration.ofSeconds(1)));
      assertEquals(80, printed().length());
    }
  }
}
