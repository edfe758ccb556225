package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The command line in a JVM of its own, with jars of others on its class path. */
final class Fork implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final BufferedReader out;

  private Fork(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts it; errors are read with the output. */
  static Fork start(List<Path> jars, String... args) throws IOException {
    return start(jars, List.of(), args);
  }

  /** The same with more options of the JVM. */
  static Fork start(List<Path> jars, List<String> jvm, String... args) throws IOException {
    List<String> classPath = new ArrayList<>();
    classPath.add(System.getProperty("java.class.path"));
    jars.forEach(jar -> classPath.add(jar.toString()));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.addAll(jvm);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
    command.add(TrainMnist.class.getName());
    command.addAll(List.of(args));
    return new Fork(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Reads lines until one holds this text, and gives that one. */
  String await(String text) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains(text)) {
        return line;
      }
      lines.add(line);
    }
    throw new AssertionError("'" + text + "' never came, but\n" + String.join("\n", lines));
  }

  /** The rest of what it prints, once it has ended. */
  String rest() throws IOException, InterruptedException {
    String rest = out.lines().collect(Collectors.joining("\n"));
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), rest);
    return rest;
  }

  int exitCode() {
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, as Ctrl-C does; what it prints can still be read. */
  void end() {
    process.toHandle().destroy();
  }

  /** Ends it at once, as kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    out.close();
  }
}
