package org.glissade.nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.glissade.data.Dataset;
import org.glissade.nn.RunState;
import org.glissade.nn.Tiny;
import org.glissade.nn.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
  private static final Dataset TRAIN = Tiny.quadrants("train", 100, 1);
  private static final int STEPS = 25;
  private static final int PATIENCE_SECONDS = 120;

  @TempDir private Path folder;

  @Test
  @Timeout(3 * PATIENCE_SECONDS)
  void aKilledRunGoesOnAsIfNothingHadHappened() throws IOException, InterruptedException {
    kill();
    RunState last = Checkpoint.read(Checkpoint.latest(folder).orElseThrow());
    assertTrue(last.position().step() >= STEPS, "killed at step " + last.position().step());
    int epochs = last.position().epoch() + 2;
    RunState resumed;
    try (Trainer trainer = Tiny.trainer(Tiny.model()).epochs(epochs).build()) {
      trainer.resume(last);
      trainer.fit(TRAIN);
      resumed = trainer.state();
    }
    try (Trainer trainer = Tiny.trainer(Tiny.model()).epochs(epochs).build()) {
      trainer.fit(TRAIN);
      RunState whole = trainer.state();
      assertEquals(whole.position(), resumed.position());
      for (String name : whole.tensors().keySet()) {
        assertArrayEquals(whole.tensor(name).values(), resumed.tensor(name).values(), name);
      }
    }
  }

  private void kill() throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process run =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                KilledRun.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File(log.toString()))
            .start();
    try {
      waitFor(run, log);
    } finally {
      run.destroyForcibly().waitFor();
    }
  }

  private void waitFor(Process run, Path log) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (Checkpoint.latest(folder).map(Checkpoint::step).orElse(0L) < STEPS) {
      assertTrue(run.isAlive(), () -> "the run ended by itself: " + text(log));
      assertTrue(System.nanoTime() < deadline, () -> "no checkpoint came: " + text(log));
      Thread.sleep(5);
    }
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
