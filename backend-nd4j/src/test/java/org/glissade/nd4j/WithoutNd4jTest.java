package org.glissade.nd4j;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.glissade.backend.BackendSelector;
import org.glissade.backend.SessionOptions;
import org.junit.jupiter.api.Test;

/** A JVM that has this module and core, but no jar of ND4J. */
class WithoutNd4jTest {
  /** Prints what the forked JVM makes of it. */
  static final class Probe {
    private Probe() {}

    /** Every candidate, the best of them, the one by name, and a session of it in spite of all. */
    public static void main(String[] args) {
      BackendSelector selector = BackendSelector.load();
      selector.candidates().forEach(found -> say(found.provider().name() + " " + found.describe()));
      say(selector.select(Optional.of("auto")).reason());
      sayError(() -> selector.select(Optional.of("nd4j")));
      sayError(() -> new Nd4jBackend().open(SessionOptions.seed(1)));
    }

    private static void sayError(Runnable call) {
      try {
        call.run();
        say("no error");
      } catch (IllegalArgumentException | IllegalStateException refused) {
        say(String.valueOf(refused.getMessage()));
      }
    }

    private static void say(String line) {
      System.out.println("> " + line);
    }
  }

  /** What the other JVM said; on its class path is the reference backend, but not cpu. */
  private static List<String> forked() throws IOException, InterruptedException {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("nd4j-native") && !entry.contains("nd4j-api"))
            .filter(entry -> !entry.contains("bytedeco") && !entry.contains("backend-cpu"))
            .collect(joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "-cp", classPath, Probe.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output.lines().filter(line -> line.startsWith("> ")).map(l -> l.substring(2)).toList();
  }

  @Test
  void itSaysWhatIsMissingAndNothingBreaks() throws Exception {
    String missing =
        "ND4J is not on the class path; add org.nd4j:nd4j-native:"
            + System.getProperty("nd4j.version");
    List<String> lines = forked();
    assertEquals(5, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("nd4j " + missing), lines.get(0));
    assertEquals("reference interpreter in double", lines.get(1));
    assertTrue(
        lines
            .get(2)
            .startsWith("Backend reference: interpreter in double (auto; passed over nd4j: ND4J"),
        lines.get(2));
    assertTrue(
        lines
            .get(3)
            .startsWith("backend 'nd4j' (asked for by the argument) cannot run here: " + missing),
        lines.get(3));
    assertTrue(lines.get(4).startsWith("backend nd4j: ND4J does not start here"), lines.get(4));
    assertTrue(lines.get(4).contains(missing), lines.get(4));
  }
}
