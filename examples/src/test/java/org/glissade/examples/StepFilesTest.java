package org.glissade.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of each step, asked for on the command line. */
class StepFilesTest {
  /** 600 examples in batches of 100. */
  private static final int STEPS = SmallData.TRAIN / 100;

  @TempDir private Path folder;

  private void run(String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--epochs", "1", "--batch", "100", "--layers", "16"));
    all.addAll(List.of("--data-dir", SmallData.write(folder.resolve("data")).toString()));
    all.addAll(List.of("--csv", folder.resolve("csv/steps.csv").toString()));
    all.addAll(List.of("--tensorboard", folder.resolve("board").toString()));
    all.addAll(List.of("--out", folder.resolve("out").toString()));
    Cli.Answer answer = Cli.run(all.toArray(String[]::new));
    assertEquals(0, answer.code(), answer.err());
  }

  private List<String> names(String of) throws IOException {
    try (var files = Files.list(folder.resolve(of))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** A transform that is no part of Glissade is told of everywhere, without a line of its own. */
  @Test
  void oneRunHasTheFileAndTheFolderForItself() throws IOException {
    run("--transform", "acme:soft-clip(1.0, extent=parameter) | sgd(0.2)");
    assertEquals(List.of("steps.csv"), names("csv"));
    List<String> lines = Files.readAllLines(folder.resolve("csv/steps.csv"));
    assertEquals(STEPS + 1, lines.size());
    assertTrue(lines.get(0).startsWith("step,loss,"), lines.get(0));
    assertTrue(lines.get(0).contains("acme:soft-clip"), lines.get(0));
    assertTrue(lines.get(STEPS).startsWith(STEPS + ","), lines.get(STEPS));
    List<String> events = names("board");
    assertEquals(1, events.size());
    assertTrue(events.get(0).startsWith("events.out.tfevents."), events.get(0));
    assertTrue(
        Files.readString(folder.resolve("board").resolve(events.get(0)), ISO_8859_1)
            .contains("acme:soft-clip/norm-before/"));
    String json = Files.readString(folder.resolve("out/results.json"));
    assertTrue(
        json.contains("\"link\" : \"acme:soft-clip\",\n      \"sentence\" : \"fires in 100 %"),
        json);
    String html = Files.readString(folder.resolve("out/report.html"));
    assertTrue(html.contains("<code>acme:soft-clip</code> fires in 100"), html);
  }

  @Test
  void eachOfSeveralRunsHasItsOwn() throws IOException {
    run();
    List<String> runs = names("board");
    assertEquals(7, runs.size());
    assertEquals("1-none", runs.get(0));
    assertEquals("2-clip-by-norm", runs.get(1));
    assertEquals(runs.stream().map(run -> "steps-" + run + ".csv").toList(), names("csv"));
    for (String run : runs) {
      assertEquals(1, names("board/" + run).size(), run);
    }
  }
}
