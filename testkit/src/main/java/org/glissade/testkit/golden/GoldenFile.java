package org.glissade.testkit.golden;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.glissade.testkit.golden.GoldenCase.Line;

/**
 * A text file of golden cases. Each begins with a line {@code case: name}, then {@code source:
 * where its numbers come from}, then its script. Lines that begin with # are comments.
 */
public final class GoldenFile {
  private static final List<String> OURS =
      List.of(
          "clip",
          "norms",
          "shapes",
          "constraints",
          "thresholds",
          "renormalize",
          "non-finite",
          "optimizers",
          "trajectories",
          "schedules",
          "schedules-elsewhere",
          "wrappers",
          "optax",
          "torch",
          "keras");

  private GoldenFile() {}

  /** Every case of the gradient transforms that Glissade brings along. */
  public static Stream<GoldenCase> all() {
    return OURS.stream()
        .map(name -> GoldenFile.class.getResource(name + ".golden"))
        .flatMap(file -> read(Objects.requireNonNull(file)).stream());
  }

  /** The cases of a file. */
  public static List<GoldenCase> read(URL file) {
    List<GoldenCase> cases = new ArrayList<>();
    List<Line> script = new ArrayList<>();
    for (Line line : lines(file)) {
      if (line.key().equals("case")) {
        finish(script, cases);
      }
      script.add(line);
    }
    finish(script, cases);
    return cases;
  }

  private static void finish(List<Line> script, List<GoldenCase> cases) {
    if (!script.isEmpty()) {
      cases.add(
          new GoldenCase(
              script.get(0).value(), script.get(1).value(), script.subList(2, script.size())));
      script.clear();
    }
  }

  private static List<Line> lines(URL file) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(GoldenFile::line)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Line line(String text) {
    String[] parts = text.split(":", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("A line is 'key: value', but was: " + text);
    }
    return new Line(parts[0].strip(), parts[1].strip());
  }
}
