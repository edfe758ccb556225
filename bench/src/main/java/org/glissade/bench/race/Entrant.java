package org.glissade.bench.race;

import java.util.ArrayList;
import java.util.List;

/**
 * A program that can be started for the race.
 *
 * @param name who
 * @param jvm options of its JVM
 * @param classPath where its classes are
 * @param main its main class
 */
record Entrant(String name, List<String> jvm, String classPath, String main) {
  /** The command that starts it with these arguments. */
  List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(jvm);
    command.addAll(List.of("-classpath", classPath, main));
    command.addAll(arguments);
    return command;
  }
}
