package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.glissade.nn.checkpoint.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed and goes on from its last checkpoint ends as one that was not. */
class ResumeTest {
  private static final int EPOCHS = 100;
  private static final String LAST =
      "checkpoint-%09d.safetensors".formatted(EPOCHS * SmallData.TRAIN / 20);

  @TempDir private Path folder;

  private String[] args(String checkpoints, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("--transform", "clip-by-norm(1.0, extent=parameter) | adam(0.001)"));
    args.addAll(List.of("--layers", "flatten | dense(16) | relu | dropout(0.1) | dense(10)"));
    args.addAll(List.of("--epochs", String.valueOf(EPOCHS), "--batch", "20", "--seed", "5"));
    args.addAll(List.of("--data-dir", folder.resolve("data").toString()));
    args.addAll(List.of("--out", folder.resolve("out").toString()));
    args.addAll(List.of("--checkpoint", folder.resolve(checkpoints).toString()));
    args.addAll(List.of("--csv", folder.resolve(checkpoints + ".csv").toString()));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  @Test
  void killedRunGoesOnBitForBit() throws Exception {
    SmallData.write(folder.resolve("data"));
    assertEquals(0, Cli.run(args("whole")).code());
    Path killed = folder.resolve("killed");
    try (Fork run = Fork.start(List.of(), args("killed"))) {
      while (Checkpoint.latest(killed).isEmpty()) {
        assertTrue(run.isAlive(), () -> "it ended without a checkpoint");
        Thread.sleep(5);
      }
      run.kill();
    }
    assertTrue(Files.notExists(killed.resolve(LAST)), "it ended before it was killed");
    Cli.Answer resumed = Cli.run(args("killed", "--resume"));
    assertEquals(0, resumed.code(), resumed.err());
    assertTrue(resumed.out().contains(", from the checkpoint of step "), resumed.out());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("whole").resolve(LAST)),
        Files.readAllBytes(killed.resolve(LAST)));
    assertEquals(
        Files.readString(folder.resolve("whole.csv")),
        Files.readString(folder.resolve("killed.csv")),
        "each step has its row");
  }
}
