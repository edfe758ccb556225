package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.glissade.optim.lint.Linter;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the options print that make no run. */
class TextsTest {
  @TempDir private Path folder;

  private static String text(String... args) {
    Cli.Answer answer = Cli.run(args);
    assertEquals(0, answer.code(), answer.err());
    assertEquals("", answer.err());
    return answer.out();
  }

  @Test
  void listNamesTransformsSchedulesLayersAndBackends() {
    String list = text("--list");
    assertTrue(
        list.contains(
            """
              acme:soft-clip
                g·gamma/(‖g‖ + gamma): shortens long gradients smoothly
                  gamma: a number > 0 (required). What no norm exceeds.
                  extent: one of element, unit, parameter, layer, group, global (required). What \
            each norm is taken over.
                  traits: zero-preserving, direction-keeping, shortening
            """),
        list);
    assertTrue(
        list.contains(
            "\nSchedules (for a learning rate, and wherever a setting takes name(...)):\n"),
        list);
    assertTrue(list.contains("\n  cosine\n"), list);
    assertTrue(list.contains("\nLayers (--layers):\n  dense\n"), list);
    assertTrue(list.contains("\n      units: an integer >= 1 (required). "), list);
    String backends = list.substring(list.indexOf("\nBackends (--backend):\n"));
    assertTrue(backends.contains("\n  cpu\n"), list);
    assertTrue(
        backends.contains(
            """
              reference
                interprets every op as it is defined, in double; slow, for comparison
                  available: interpreter in double
            """),
        list);
  }

  @Test
  void explainGivesTheOrderOfAStepAndThePlan() throws IOException {
    String data = SmallData.write(folder.resolve("data")).toString();
    String explanation =
        text(
            "--explain",
            "--data-dir",
            data,
            "--layers",
            "16",
            "--transform",
            "clip-by-norm(1.0, extent=global) | momentum(0.9) | learning-rate(0.1)");
    int plan = explanation.indexOf("\nThe same as a plan train: 4 parameters");
    Golden golden = new Golden();
    golden.add("the order", explanation.substring(0, plan));
    golden.assertSameAs("explain.golden");
    assertTrue(explanation.contains("\n  1  take    "), explanation);
    assertTrue(explanation.contains(" sweeps, "), explanation);
  }

  @Test
  void explainNamesAPolicyThatTheChainBringsItself() throws IOException {
    String data = SmallData.write(folder.resolve("data")).toString();
    String chain = "non-finite(skip-step) | sgd(0.1)";
    String explanation = text("--explain", "--data-dir", data, "--transform", chain);
    assertTrue(explanation.contains("  5  policy     non-finite(skip-step): "), explanation);
    assertTrue(explanation.contains("  6  transform  sgd(0.1): "), explanation);
    assertTrue(explanation.contains("  7  update     "), explanation);
  }

  @Test
  void whatIsTheMatterWithAChainIsSaid() throws IOException {
    String data = SmallData.write(folder.resolve("data")).toString();
    String chain = "clip-by-norm(1.0, extent=global) | sign | learning-rate(0.001)";
    String finding =
        "clip-by-norm does nothing: it changes only lengths, and to sign behind it lengths do not"
            + " matter; remove it\n";
    String explanation = text("--explain", "--data-dir", data, "--transform", chain);
    assertTrue(explanation.contains("\nTo look at:\n  " + finding + "\nPar"), explanation);
    String out = folder.resolve("out").toString();
    Cli.Answer answer =
        Cli.run("--data-dir", data, "--out", out, "--epochs", "1", "--transform", chain);
    assertEquals(0, answer.code());
    assertEquals("warning: " + finding, answer.err());
  }

  @Test
  void nothingIsTheMatterWithTheDefaultJob() {
    for (Trial trial : DefaultJob.trials()) {
      assertEquals(
          List.of(),
          Linter.load().lint(ChainReader.load().read(trial.transform())),
          trial.transform());
    }
  }

  @Test
  void explainAndListWriteNothing() throws IOException {
    String data = SmallData.write(folder.resolve("data")).toString();
    Path out = folder.resolve("out");
    text("--explain", "--data-dir", data, "--out", out.toString());
    text("--list", "--out", out.toString());
    assertTrue(Files.notExists(out));
  }

  @Test
  void helpNamesEveryOptionAndVersionIsTheBuilds() {
    Golden golden = new Golden();
    golden.add("--help", text("--help"));
    golden.assertSameAs("help.golden");
    assertTrue(text("--version").matches("glissade \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"));
  }
}
