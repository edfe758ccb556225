package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default job on all of MNIST shows what it is made to show. */
class WholeMnistTest {
  private static final Pattern RUN =
      Pattern.compile("(?m)^  (\\S+): test ([0-9.]+) %(.*), [0-9.]+ s$");

  @TempDir private Path folder;

  private record Run(String name, double accuracy, String trouble) {
    static Run of(MatchResult line) {
      return new Run(line.group(1), Double.parseDouble(line.group(2)), line.group(3));
    }

    void assertLost() {
      assertTrue(trouble.contains("exploded") || trouble.contains("died"), toString());
      assertTrue(accuracy < 20, toString());
    }

    void assertLearned(double least) {
      assertEquals("", trouble, toString());
      assertTrue(accuracy >= least && accuracy < 99, toString());
    }
  }

  @Test
  void plainDescentIsLostAndWhatIsTamedLearns() {
    Path out = folder.resolve("out");
    Cli.Answer answer = Cli.run("--out", out.toString());
    assertEquals(0, answer.code(), answer.err());
    List<Run> runs = RUN.matcher(answer.out()).results().map(Run::of).toList();
    assertEquals(
        List.of(
            "none",
            "clip-by-norm",
            "clip-by-value",
            "renormalize",
            "none",
            "clip-by-norm",
            "clip-by-norm"),
        runs.stream().map(Run::name).toList(),
        answer.out());
    runs.get(0).assertLost();
    runs.subList(1, 4).forEach(run -> run.assertLearned(50));
    runs.get(4).assertLost();
    runs.get(5).assertLearned(90);
    runs.get(6).assertLearned(97);
    assertTrue(Files.exists(out.resolve("report.html")));
    assertFalse(answer.out().contains("interrupted"), answer.out());
  }
}
