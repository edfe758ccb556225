package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that is ended early ends cleanly and keeps what is done. */
class InterruptTest {
  /** What a JVM that SIGTERM has ended exits with; after Ctrl-C, SIGINT, it is 130. */
  private static final int TERMINATED = 128 + 15;

  @TempDir private Path folder;

  /**
   * SIGTERM goes the way of Ctrl-C, and is also there for programs whose parents ignore SIGINT, as
   * shells in the background do.
   */
  @Test
  void endedJobWritesWhatIsDone() throws Exception {
    String data = SmallData.write(folder.resolve("data")).toString();
    Path out = folder.resolve("out");
    try (Fork job =
        Fork.start(List.of(), "--data-dir", data, "--epochs", "1000000", "--out", out.toString())) {
      job.await("epoch ");
      job.end();
      String rest = job.rest();
      assertEquals(TERMINATED, job.exitCode(), rest);
      assertTrue(rest.contains("It stopped early: it was interrupted after step "), rest);
      assertTrue(rest.contains(out.resolve("report.html").toString()), rest);
      assertFalse(rest.contains("Exception"), rest);
    }
    String json = Files.readString(out.resolve("results.json"));
    assertTrue(json.contains("\"name\" : \"none\""), json);
    assertFalse(json.contains("\"name\" : \"clip-by-norm\""), json);
    assertTrue(Files.readString(out.resolve("report.html")).endsWith("</html>\n"));
  }
}
