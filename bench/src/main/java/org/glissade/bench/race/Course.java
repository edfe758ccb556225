package org.glissade.bench.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where everything is.
 *
 * @param root the repository
 * @param maven where Maven itself is
 */
record Course(Path root, Path maven) {
  private static final String CLASS_PATH = "target/class-path.txt";

  /** MNIST. */
  Path digits() {
    return root.resolve("data-mnist/src/main/resources/org/glissade/mnist");
  }

  /** Where results go, and logs. */
  Path out() {
    return root.resolve("bench/target/race");
  }

  /** The main job as its users start it. */
  String jobClassPath() {
    Path module = root.resolve("examples");
    return module.resolve("target/classes") + ":" + read(module.resolve(CLASS_PATH));
  }

  /** The options of the JVM in which Maven runs it: for vectors, memory and compilation. */
  List<String> jobOptions() {
    return read(root.resolve(".mvn/jvm.config"))
        .lines()
        .filter(option -> option.startsWith("--add-modules") || option.startsWith("-X"))
        .toList();
  }

  /** A rival's class path, if it could be built. */
  Optional<String> classPath(Rival rival) {
    Path module = module(rival);
    return Files.exists(module.resolve(CLASS_PATH))
        ? Optional.of(module.resolve("target/classes") + ":" + read(module.resolve(CLASS_PATH)))
        : Optional.empty();
  }

  private Path module(Rival rival) {
    return root.resolve("bench/peers").resolve(rival.folder());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new RaceException("there is no %s; start the race through Maven".formatted(file), e);
    }
  }

  /**
   * Builds all rivals. One whose jars cannot be had, as without a network, fails alone and leaves
   * no class path.
   */
  void buildRivals() {
    String modules =
        Arrays.stream(Rival.values())
            .map(rival -> "bench/peers/" + rival.folder())
            .collect(Collectors.joining(","));
    List<String> command = new ArrayList<>(List.of(maven.resolve("bin/mvn").toString()));
    command.addAll(List.of("-q", "-B", "-fae", "-Dquick", "-Prace", "-pl", modules, "-am"));
    command.add("process-classes");
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.redirectErrorStream(true);
    try {
      for (Rival rival : Rival.values()) {
        Files.deleteIfExists(module(rival).resolve(CLASS_PATH));
      }
      builder.redirectOutput(out().resolve("rivals.log").toFile());
      Children.start(builder).waitFor();
    } catch (IOException e) {
      throw new RaceException("cannot run Maven for the rivals: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RaceException("interrupted while Maven built the rivals", e);
    }
  }
}
