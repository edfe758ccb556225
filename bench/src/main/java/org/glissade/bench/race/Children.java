package org.glissade.bench.race;

import java.io.IOException;

/** Processes that end when the race does, however it ends. */
final class Children {
  private Children() {}

  /** Starts a process that does not outlive this one. */
  static Process start(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    Thread ending = new Thread(process::destroyForcibly, "end of " + process.pid());
    Runtime.getRuntime().addShutdownHook(ending);
    process.onExit().thenRun(() -> forget(ending));
    return process;
  }

  private static void forget(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException shuttingDown) {
      // Then it runs, and finds nothing to end.
    }
  }

  /** Sends a signal; {@code STOP} and {@code CONT} have no Java of their own. */
  static void signal(Process process, String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
          .redirectErrorStream(true)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new RaceException("cannot send " + name + " to a process: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RaceException("interrupted while sending " + name, e);
    }
  }

  /** Ends a process at once and waits until it is gone with its memory. */
  static void end(Process process) {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
