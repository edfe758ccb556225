package org.glissade.examples;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glissade.examples.report.EpochPoint;
import org.glissade.examples.report.Pace;
import org.glissade.examples.report.RunResult;
import org.glissade.examples.report.StudyRun;
import org.glissade.examples.report.TerminalProgress;

/**
 * Runs several chains from the same weights and on the same data order, seed by seed: what is done
 * when the user does not want to wait can be compared.
 */
final class StudyJob {
  private final Runner runner;
  private final PrintStream out;
  private final List<StudyRun> runs = new ArrayList<>();
  private String backend = "";

  /**
   * @param runner with the first seed
   */
  StudyJob(Runner runner, PrintStream out) {
    this.runner = runner;
    this.out = out;
  }

  void run(List<Prepared> chains, int seeds) {
    long samples =
        chains.stream().mapToLong(c -> c.trial().samples(runner.data().train().size())).sum();
    Pace pace = new Pace(samples * seeds);
    try (TerminalProgress terminal = TerminalProgress.on(out)) {
      for (int i = 0; i < seeds; i++) {
        Runner seeded = runner.seeded(runner.seed() + i);
        terminal.note("\nSeed " + seeded.seed());
        for (Prepared chain : chains) {
          if (runner.interrupt().requested()) {
            return;
          }
          int number = runs.size() + 1;
          int all = chains.size() * seeds;
          run(seeded, chain, terminal, new JobProgress(terminal, pace, number, all, chain.trial()));
        }
      }
    }
  }

  private void run(Runner seeded, Prepared chain, TerminalProgress terminal, JobProgress progress) {
    RunResult result = seeded.run(chain, progress);
    progress.runEnded();
    terminal.note("  " + Outcome.of(result));
    backend = progress.backend();
    if (!runner.interrupt().requested()) {
      runs.add(kept(result, seeded.seed()));
    }
  }

  private StudyRun kept(RunResult result, long seed) {
    Optional<EpochPoint> last = result.lastEpoch();
    double guessing = 1.0 / runner.data().train().classes();
    int batch = result.settings().batchSize();
    int steps = (runner.data().train().size() + batch - 1) / batch;
    double seconds = result.epochs().stream().mapToDouble(EpochPoint::seconds).sum();
    return new StudyRun(
        result.transform(),
        seed,
        last.map(EpochPoint::testAccuracy).orElse(guessing),
        result.explosion().isPresent() || result.stopped().isPresent(),
        seconds / result.epochs().size() / steps);
  }

  /** Those that were finished, ordered by seed and, for each, by chain. */
  List<StudyRun> runs() {
    return List.copyOf(runs);
  }

  /** What it ran on, in the words of the backend; empty before the first run. */
  String backend() {
    return backend;
  }
}
