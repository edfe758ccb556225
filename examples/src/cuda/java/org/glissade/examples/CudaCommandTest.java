package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line with the cuda backend on its class path, where there is no driver. */
class CudaCommandTest {
  private static final Path MODULE =
      Path.of(System.getProperty("basedir", ""))
          .toAbsolutePath()
          .resolveSibling("backend-cuda/target/classes");
  private static final String REASON =
      "there is no NVIDIA driver (TMP/libcuda.so.1: file too short); install one of version 580 or"
          + " newer, or use --backend cpu";

  /** What it printed, with the folder's name replaced. */
  private record Answer(int code, String text) {}

  @TempDir private Path folder;

  /** A file of that name is found before the driver of this machine, if it has one. */
  private Answer run(String... args) throws Exception {
    Files.writeString(folder.resolve("libcuda.so.1"), "none");
    List<String> jvm =
        List.of("-Djava.library.path=" + folder, "-Dorg.bytedeco.javacpp.cachedir=" + folder);
    try (Fork fork = Fork.start(List.of(MODULE), jvm, args)) {
      String text = fork.rest().replace(folder.toString(), "TMP");
      return new Answer(fork.exitCode(), text);
    }
  }

  private String[] training(String backend) throws IOException {
    return new String[] {
      "--backend",
      backend,
      "--transform",
      "sgd(0.1)",
      "--epochs",
      "1",
      "--data-dir",
      SmallData.write(folder.resolve("data")).toString(),
      "--out",
      folder.resolve("out").toString()
    };
  }

  @Test
  void byNameItFailsWithReasonAndRemedy() throws Exception {
    Answer answer = run(training("cuda"));
    assertEquals(2, answer.code(), answer.text());
    assertEquals(
        List.of("error: backend 'cuda' (asked for by the argument) cannot run here: " + REASON),
        answer.text().lines().filter(line -> line.startsWith("error: ")).toList());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void autoTakesCpuAndSaysWhy() throws Exception {
    Answer answer = run(training("auto"));
    assertEquals(0, answer.code(), answer.text());
    assertTrue(answer.text().contains("Backend cpu: "), answer.text());
    assertTrue(answer.text().contains("(auto; passed over cuda: " + REASON), answer.text());
    assertTrue(Files.exists(folder.resolve("out/results.json")));
  }

  @Test
  void theListShowsIt() throws Exception {
    Answer answer = run("--list");
    assertEquals(0, answer.code(), answer.text());
    assertTrue(
        answer.text().contains("\n  cuda\n    an NVIDIA GPU: ")
            && answer.text().contains("\n      unavailable: " + REASON + "\n"),
        answer.text());
  }
}
