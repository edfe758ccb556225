package org.glissade.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a program runs on, in words. */
final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** {@code Linux 6.1 amd64, 2 processors, Intel(R) Xeon(R)}. */
  static String describe() {
    int processors = Runtime.getRuntime().availableProcessors();
    return "%s %s %s, %d processor%s%s"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            processors,
            processors == 1 ? "" : "s",
            model());
  }

  /** {@code 17.0.15 (Debian)}. */
  static String java() {
    return System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
  }

  /** Linux tells; elsewhere the architecture must do. */
  private static String model() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException unknown) {
      return "";
    }
  }
}
