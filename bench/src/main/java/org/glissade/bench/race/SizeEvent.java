package org.glissade.bench.race;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Megabytes of the run-time class path: the main job's without the data set, and what a rival needs
 * for W1. A folder of classes counts as the jar that Maven would make of it.
 */
final class SizeEvent {
  private static final double MEGA = 1e6;
  private static final String DATA_SET = ".gz";

  private final Stable stable;

  SizeEvent(Stable stable) {
    this.stable = stable;
  }

  Section hold() {
    List<Row> rows = new ArrayList<>();
    rows.add(row("Glissade, the main job", true, stable.course().jobClassPath()));
    for (Rival rival : Rival.values()) {
      rows.add(
          stable
              .course()
              .classPath(rival)
              .map(classPath -> row(rival.title(), false, classPath))
              .orElseGet(() -> Row.absent(rival.title(), Stable.NOT_HERE)));
    }
    return new Section("W8", "run-time class path", "MB", rows, List.of()).compared();
  }

  private static Row row(String name, boolean ours, String classPath) {
    long bytes = 0;
    for (String entry : classPath.split(":")) {
      bytes += bytes(Path.of(entry));
    }
    return Row.of(name, "", ours, new Sample(List.of(bytes / MEGA)));
  }

  /** A jar's bytes, or those of a jar made of a folder. */
  static long bytes(Path entry) {
    AtomicLong count = new AtomicLong();
    try {
      if (!Files.isDirectory(entry)) {
        return Files.size(entry);
      }
      try (ZipOutputStream zip = new ZipOutputStream(counting(count));
          Stream<Path> files = Files.walk(entry)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (!file.toString().endsWith(DATA_SET)) {
            zip.putNextEntry(new ZipEntry(entry.relativize(file).toString()));
            Files.copy(file, zip);
          }
        }
      }
    } catch (IOException e) {
      throw new RaceException("cannot measure " + entry + ": " + e.getMessage(), e);
    }
    return count.get();
  }

  private static OutputStream counting(AtomicLong count) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        count.incrementAndGet();
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        count.addAndGet(length);
      }
    };
  }
}
