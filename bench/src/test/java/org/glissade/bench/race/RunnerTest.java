package org.glissade.bench.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunnerTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  private Stable stable() {
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return new Stable(Options.parse("--quick"), new Course(folder, folder), out);
  }

  @Test
  void aRivalWithoutJarsIsARowThatSaysSo() {
    try (Runner runner = stable().runner(Rival.DL4J, "W1")) {
      assertFalse(runner.isRunning());
      assertEquals(Optional.empty(), runner.turn());
      Row row = runner.row(seconds -> seconds);
      assertEquals(Optional.empty(), row.sample());
      assertEquals("DL4J", row.name());
      assertEquals(Stable.NOT_HERE, row.remark());
    }
  }
}
