package org.glissade.bench.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.glissade.bench.contest.Request;
import org.glissade.bench.contest.Workload;

/**
 * How soon a new process has done its first epoch.
 *
 * @param seconds from its start, on the wall
 * @param megabytes the most memory it held until then, in 10^6 bytes
 */
record FirstEpoch(double seconds, double megabytes) {
  private static final double NANO = 1e-9;
  private static final double KIBIBYTE = 1024 / 1e6;
  private static final long LOOK_MILLIS = 10;

  /** What the main job says after the name of a run that is done, before its accuracy. */
  private static final String TESTED = ": test ";

  private static final String JOB = "org.glissade.examples.TrainMnist";

  /** A contestant's. */
  static FirstEpoch of(Stable stable, Entrant entrant, Setup setup, String chain) {
    Course course = stable.course();
    Request request =
        new Request(Workload.W1.name(), course.digits(), Options.EXAMPLES, setup.threads(), chain);
    long begin = System.nanoTime();
    try (Contestant contestant = Contestant.start(entrant, setup, request, course.out())) {
      contestant.firstTurn(Stable.PATIENCE);
      return new FirstEpoch(NANO * (System.nanoTime() - begin), peak(contestant.pid(), 0));
    }
  }

  /**
   * The main job's, as a person starts it: until it says how the test after the epoch went. The
   * memory is that of the whole job, which writes its report and ends.
   */
  static FirstEpoch ofMainJob(Stable stable) {
    Course course = stable.course();
    Entrant job = new Entrant("job", course.jobOptions(), course.jobClassPath(), JOB);
    ProcessBuilder builder =
        new ProcessBuilder(job.command(List.of("--transform", Workload.CHAIN, "--epochs", "1")));
    Path folder = course.out().resolve("job");
    Path log = folder.resolve("job.log");
    try {
      Files.createDirectories(folder);
      builder.directory(folder.toFile()).redirectErrorStream(true);
      builder.redirectOutput(log.toFile());
      long begin = System.nanoTime();
      Process process = Children.start(builder);
      double seconds = Double.NaN;
      double peak = 0;
      while (process.isAlive()) {
        peak = peak(process.pid(), peak);
        if (Double.isNaN(seconds) && Files.readString(log).contains(TESTED)) {
          seconds = NANO * (System.nanoTime() - begin);
        }
        Thread.sleep(LOOK_MILLIS);
      }
      if (process.exitValue() != 0 || Double.isNaN(seconds)) {
        throw new RaceException("the main job failed; see " + log);
      }
      return new FirstEpoch(seconds, peak);
    } catch (IOException e) {
      throw new RaceException("cannot start the main job: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RaceException("interrupted during the main job", e);
    }
  }

  /** What the kernel remembers; of a process that has just ended it tells nothing more. */
  private static double peak(long pid, double before) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> KIBIBYTE * Double.parseDouble(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(before);
    } catch (IOException ended) {
      return before;
    }
  }
}
