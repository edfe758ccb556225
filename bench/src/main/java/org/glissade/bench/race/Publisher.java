package org.glissade.bench.race;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes reports; each file appears whole or not at all. */
final class Publisher {
  private final Path folder;

  Publisher(Path folder) {
    this.folder = folder;
  }

  /** Replaces {@code race.txt}, {@code race.json} and {@code race.svg}. */
  void publish(Report report) {
    replace("race.txt", Text.of(report));
    replace("race.json", Json.of(report));
    replace("race.svg", Chart.of(report));
  }

  private void replace(String name, String content) {
    Path part = folder.resolve("." + name + ".part");
    try {
      Files.writeString(part, content);
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder.resolve(name), e);
    }
  }
}
