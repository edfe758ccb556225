package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole jobs on a small data set. */
class TrainMnistTest {
  /** The accuracy of a run, which unlike that of an epoch stands before its largest norm. */
  private static final Pattern ACCURACY =
      Pattern.compile("\"testAccuracy\" : ([0-9.]+),\\s*\"largestGradientNorm\"");

  @TempDir private Path folder;

  private Cli.Answer run(String... args) throws IOException {
    String data = SmallData.write(folder.resolve("data")).toString();
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--data-dir", data, "--out", folder.resolve("out").toString()));
    Cli.Answer answer = Cli.run(all.toArray(String[]::new));
    assertEquals(0, answer.code(), answer.err());
    assertEquals("", answer.err());
    return answer;
  }

  private String written(String file) throws IOException {
    return Files.readString(folder.resolve("out").resolve(file));
  }

  private double[] accuracies() throws IOException {
    return ACCURACY
        .matcher(written("results.json"))
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .toArray();
  }

  @Test
  void defaultJobTellsOfSevenRuns() throws IOException {
    Cli.Answer answer = run("--epochs", "3", "--batch", "20", "--layers", "16");
    assertTrue(answer.out().contains("run 1/7 none"), answer.out());
    assertTrue(
        answer.out().contains("The article's experiment with --layers 16 --batch 20 --epochs 3\n"),
        answer.out());
    assertTrue(answer.out().contains(folder.resolve("out/report.html").toString()), answer.out());
    assertEquals(7, accuracies().length);
    assertTrue(written("report.html").contains("<h2>A stability pair with"));
    try (var files = Files.list(folder.resolve("out"))) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void singleRunLearnsAndIsRepeatedBitForBit() throws IOException {
    String[] args = {
      "--transform",
      "clip-by-norm(1.0, extent=global) | adam(0.01)",
      "--epochs",
      "4",
      "--batch",
      "50",
      "--layers",
      "flatten | dense(32) | tanh | dense(10)",
      "--seed",
      "3"
    };
    run(args);
    double[] first = accuracies();
    assertEquals(1, first.length);
    assertTrue(first[0] > 0.9 && first[0] <= 1, "accuracy " + first[0]);
    String json = withoutTimes(written("results.json"));
    run(args);
    assertEquals(json, withoutTimes(written("results.json")));
    args[args.length - 1] = "4";
    run(args);
    assertFalse(json.equals(withoutTimes(written("results.json"))));
  }

  @Test
  void stoppedRunTellsWhereAndWhen() throws IOException {
    String transform = "non-finite(stop) | sgd(1e30)";
    Cli.Answer answer = run("--transform", transform, "--epochs", "2", "--scale", "1e15");
    assertTrue(answer.out().contains("\n  sgd: at step 2 the gradient of dense-3/"), answer.out());
    String json = written("results.json");
    assertTrue(json.contains("\"stopped\" : \"at step 2 the gradient of dense-3/"), json);
    assertTrue(json.contains("\"layer\" : \"dense-3\""), json);
    assertTrue(json.contains("\"epochs\" : [ ]"), json);
  }

  private static String withoutTimes(String json) {
    return json.replaceAll("\"(seconds|startedAt)\" : [^,\n]*", "");
  }
}
