package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glissade.nn.checkpoint.Checkpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be written is told in one line, and what was written before stays. */
class OutputFailureTest {
  private static final int STEPS = SmallData.TRAIN / 20;

  @TempDir private Path folder;

  @BeforeEach
  void writeData() throws IOException {
    SmallData.write(folder.resolve("data"));
  }

  private Cli.Answer run(int epochs, String... more) {
    List<String> args = new ArrayList<>(List.of("--transform", "sgd(0.1)", "--layers", "8"));
    args.addAll(List.of("--epochs", String.valueOf(epochs), "--batch", "20"));
    args.addAll(List.of("--data-dir", folder.resolve("data").toString()));
    args.addAll(List.of("--out", folder.resolve("out").toString()));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  private static String refusal(Cli.Answer answer) {
    assertEquals(2, answer.code(), answer.err());
    assertEquals(1, answer.err().lines().count(), answer.err());
    return answer.err().strip();
  }

  /** A device that is always full, or where there is none a folder that is not there. */
  private void fill(Path file) throws IOException {
    Path full = Path.of("/dev/full");
    Files.createDirectories(file.resolveSibling(""));
    Files.createSymbolicLink(file, Files.exists(full) ? full : folder.resolve("no/folder"));
  }

  private Path lastGood(Path checkpoints) {
    Path last = Checkpoint.latest(checkpoints).orElseThrow();
    assertEquals(Optional.empty(), Checkpoint.read(last).complaint());
    return last;
  }

  @Test
  void aDiskThatFillsEndsTheRunAndItsCheckpointIsWhole() throws IOException {
    Path csv = folder.resolve("csv/steps.csv");
    Path checkpoints = folder.resolve("checkpoints");
    fill(folder.resolve("csv/steps.csv.part"));
    String[] files = {"--csv", csv.toString(), "--checkpoint", checkpoints.toString()};
    String said = refusal(run(20, files));
    Path last = lastGood(checkpoints);
    assertTrue(said.startsWith("error: cannot write to '" + csv + "': "), said);
    assertTrue(
        said.endsWith(
            "; make room there, or give a file in a folder that you may write to"
                + "; --resume then goes on from "
                + last),
        said);
    Files.delete(folder.resolve("csv/steps.csv.part"));
    Cli.Answer resumed =
        run(20, "--csv", csv.toString(), "--checkpoint", checkpoints.toString(), "--resume");
    assertEquals(0, resumed.code(), resumed.err());
    List<String> lines = Files.readAllLines(csv);
    assertTrue(lines.get(lines.size() - 1).startsWith(20 * STEPS + ","), lines.get(1));
  }

  @Test
  void aCsvGoesOnWhereTheRunDoes() throws IOException {
    Path csv = folder.resolve("steps.csv");
    Path checkpoints = folder.resolve("checkpoints");
    assertEquals(0, run(3, "--csv", folder.resolve("whole.csv").toString()).code());
    String[] files = {"--csv", csv.toString(), "--checkpoint", checkpoints.toString()};
    assertEquals(0, run(2, files).code());
    Files.delete(Checkpoint.latest(checkpoints).orElseThrow());
    assertEquals(
        0,
        run(3, "--csv", csv.toString(), "--checkpoint", checkpoints.toString(), "--resume").code());
    assertEquals(Files.readString(folder.resolve("whole.csv")), Files.readString(csv));
  }

  @Test
  void aReportThatCannotBeWrittenIsNamedAndTheCheckpointStays() throws IOException {
    Path html = folder.resolve("out/report.html");
    Files.createDirectories(html.resolve("inside"));
    Path checkpoints = folder.resolve("checkpoints");
    String said = refusal(run(1, "--checkpoint", checkpoints.toString()));
    assertTrue(said.startsWith("error: cannot write to '" + html + "': "), said);
    lastGood(checkpoints);
    try (var left = Files.list(folder.resolve("out"))) {
      assertEquals(List.of(html), left.toList(), "no part of a file is left");
    }
  }

  @Test
  void whatWasDoneBeforeIsToldAllTheSame() throws IOException {
    fill(folder.resolve("csv/steps-2-clip-by-norm.csv.part"));
    List<String> args = new ArrayList<>(List.of("--epochs", "1", "--batch", "100"));
    args.addAll(List.of("--data-dir", folder.resolve("data").toString()));
    args.addAll(List.of("--out", folder.resolve("out").toString()));
    args.addAll(List.of("--csv", folder.resolve("csv/steps.csv").toString()));
    String said = refusal(Cli.run(args.toArray(String[]::new)));
    assertTrue(said.contains("steps-2-clip-by-norm.csv'"), said);
    String json = Files.readString(folder.resolve("out/results.json"));
    assertTrue(json.contains("\"name\" : \"none\""), json);
    assertFalse(json.contains("\"name\" : \"clip-by-norm\""), json);
    Files.delete(folder.resolve("csv/steps-2-clip-by-norm.csv.part"));
  }
}
