package org.glissade.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glissade.bench.race.Sample;

/**
 * What telemetry adds to a whole step of W1 and to its update stage, as {@link TelemetryPairs}
 * measures it in some fresh JVMs, because the compiler's luck differs from one to the next. Tells
 * medians over the JVMs: microseconds without and with, and their ratio with its 95 % interval.
 * Arguments: the number of threads, otherwise 1; chains, to measure others.
 */
public final class TelemetryCost {
  private static final int FORKS = 25;
  private static final double CONFIDENCE = 0.95;

  private static final List<String> CHAINS =
      List.of(
          W1.CHAIN,
          "clip-by-norm(1.0, extent=parameter) | adam(0.001)",
          "clip-by-norm(1.0, extent=parameter) | adam(1) | weight-decay(0.01)"
              + " | learning-rate(0.001)");

  private TelemetryCost() {}

  /** Measures for a quarter of an hour and prints what it finds. */
  public static void main(String[] arguments) throws IOException {
    String threads = arguments.length > 0 ? arguments[0] : "1";
    List<String> given =
        List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    for (String chain : given.isEmpty() ? CHAINS : given) {
      System.out.println(chain);
      Map<String, List<double[]>> found = new LinkedHashMap<>();
      for (int fork = 0; fork < FORKS; fork++) {
        measure(threads, chain, found);
      }
      found.forEach((what, numbers) -> System.out.println(row(what, numbers)));
    }
  }

  private static void measure(String threads, String chain, Map<String, List<double[]>> found)
      throws IOException {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                TelemetryPairs.class.getName(),
                threads,
                chain)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = jvm.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split(";", -1);
        double[] numbers = new double[parts.length - 1];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = Double.parseDouble(parts[i + 1]);
        }
        found.computeIfAbsent(parts[0], what -> new ArrayList<>()).add(numbers);
      }
    }
    int status = jvm.onExit().join().exitValue();
    if (status != 0) {
      throw new IllegalStateException(
          "A JVM that measured %s ended with status %d: run %s with the same arguments to see why"
              .formatted(chain, status, TelemetryPairs.class.getName()));
    }
  }

  private static String row(String what, List<double[]> numbers) {
    Sample ratio = sample(numbers, 2);
    Sample.Interval interval = ratio.medianInterval(CONFIDENCE).orElseGet(ratio::spread);
    return String.format(
        Locale.ROOT,
        "  %-36s %7.1f -> %7.1f us, ratio %.3f, %.3f - %.3f",
        what,
        sample(numbers, 0).median(),
        sample(numbers, 1).median(),
        ratio.median(),
        interval.low(),
        interval.high());
  }

  private static Sample sample(List<double[]> numbers, int column) {
    return new Sample(numbers.stream().map(row -> row[column]).toList());
  }
}
