package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several chains compared over several seeds. */
class StudyCommandTest {
  private static final int TERMINATED = 128 + 15;
  private static final String SMALL = "--layers=8 --epochs=1 --batch=50";

  @TempDir private Path folder;
  private String data = "";

  @BeforeEach
  void writeData() throws IOException {
    data = SmallData.write(folder.resolve("data")).toString();
  }

  private Path out() {
    return folder.resolve("out");
  }

  private String[] with(String... more) {
    return Stream.of(
            Stream.of("--data-dir", data, "--out", out().toString()),
            Stream.of(SMALL.split(" ")),
            Stream.of(more))
        .flatMap(args -> args)
        .toArray(String[]::new);
  }

  /** The number behind a name in JSON, from a place on. */
  private static double number(String json, String name, int from) {
    Matcher found = Pattern.compile("\"" + name + "\" : ([0-9.E-]+)").matcher(json);
    assertTrue(found.find(from), name);
    return Double.parseDouble(found.group(1));
  }

  @Test
  void eachSeedIsTheRunThatItWouldBeAlone() throws IOException {
    String clip = "clip-by-norm(0.01, extent=global) | sgd(0.5)";
    Cli.Answer answer =
        Cli.run(with("--study", "2", "--seed", "3", "--transform", "sgd(0.5)", "--compare", clip));
    assertEquals(0, answer.code(), answer.err());
    assertEquals("", answer.err());
    assertTrue(answer.out().contains("\nSeed 4\n"), answer.out());
    assertTrue(answer.out().contains("\n2 chains, 2 seeds: 100-8-10, "), answer.out());
    String study = Files.readString(out().resolve("study.json"));
    assertTrue(Files.readString(out().resolve("study.html")).endsWith("</html>\n"));
    assertFalse(Files.exists(out().resolve("report.html")));
    for (String chain : List.of("sgd(0.5)", clip)) {
      assertEquals(0, Cli.run(with("--seed", "4", "--transform", chain)).code());
      double alone = number(Files.readString(out().resolve("results.json")), "testAccuracy", 0);
      int cell = study.indexOf("\"chain\" : \"" + chain);
      int seed = study.indexOf("\"seed\" : 4", cell);
      assertTrue(cell > 0 && seed > cell, study);
      assertEquals(alone, number(study, "testAccuracy", seed), chain);
    }
  }

  @Test
  void withoutOthersUsualClipsAreCompared() throws IOException {
    Cli.Answer answer =
        Cli.run(with("--study", "1", "--transform", "non-finite(skip-step) | sgd(0.1)"));
    assertEquals(0, answer.code(), answer.err());
    String study = Files.readString(out().resolve("study.json"));
    assertEquals(6, study.split("\"chain\" :", -1).length - 1);
    assertTrue(
        study.contains("non-finite(skip-step) | renormalize(0.1, extent=parameter) | sgd(0.1)"),
        study);
  }

  @Test
  void whatDivergesIsCountedAndGuesses() throws IOException {
    Cli.Answer answer =
        Cli.run(
            with("--study", "2", "--transform", "scale(1e30) | sgd(1e30)", "--compare=sgd(0.1)"));
    assertEquals(0, answer.code(), answer.err());
    String study = Files.readString(out().resolve("study.json"));
    assertEquals(1, number(study, "diverged", 0));
    assertEquals(0, number(study, "diverged", study.indexOf("\"sgd(0.1)\"")));
    assertTrue(study.contains("\"diverged\" : true"), study);
  }

  @Test
  void whatIsDoneWhenItIsInterruptedIsKept() throws Exception {
    try (Fork job =
        Fork.start(
            List.of(), with("--study", "1000000", "--transform=sgd(0.1)", "--compare=sgd(0.2)"))) {
      job.await("Seed 3");
      job.end();
      String rest = job.rest();
      assertEquals(TERMINATED, job.exitCode(), rest);
      assertTrue(rest.contains("2 chains, "), rest);
      assertFalse(rest.contains("Exception"), rest);
    }
    String study = Files.readString(out().resolve("study.json"));
    assertTrue(study.contains("\"seed\" : 2"), study);
    String[] chains = study.split("\"chain\" : ", -1);
    assertEquals(3, chains.length, study);
    assertEquals(seeds(chains[1]), seeds(chains[2]), study);
  }

  private static List<String> seeds(String chain) {
    return Pattern.compile("\"seed\" : [0-9]+")
        .matcher(chain)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void wrongOptions() {
    Golden golden = new Golden();
    refused(golden, "--study", "3");
    refused(golden, "--study", "3", "--csv", "f");
    refused(golden, "--study", "3", "--transform", "sgd(0.1)", "--csv", "f", "--tensorboard", "d");
    refused(golden, "--study", "0", "--transform", "sgd(0.1)");
    refused(golden, "--compare", "sgd(0.1)");
    refused(golden, "--study", "3", "--advise", "4", "--transform", "sgd(0.1)");
    refused(golden, "--study", "3", "--transform", "sgd(0.1)", "--compare", "sgd(0.1)");
    refused(golden, "--study", "3", "--transform", "sgd(0.1)", "--compare", "sgd(x)");
    refused(golden, "--study", "3", "--transform", "sgd(0.1)", "--checkpoint", "c");
    refused(golden, "--advise", "4");
    golden.assertSameAs("wrong-study.golden");
  }

  private void refused(Golden golden, String... args) {
    Cli.Answer answer = Cli.run(with(args));
    String title = String.join(" ", args);
    assertEquals(2, answer.code(), title);
    assertEquals("", answer.out(), title);
    assertEquals(1, answer.err().lines().count(), answer.err());
    assertFalse(Files.exists(out()), title);
    golden.add(title, answer.err().strip());
  }
}
