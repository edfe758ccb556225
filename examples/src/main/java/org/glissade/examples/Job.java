package org.glissade.examples;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.glissade.examples.report.Pace;
import org.glissade.examples.report.RunResult;
import org.glissade.examples.report.TerminalProgress;

/** Makes runs one after another and shows how far it is. */
final class Job {
  private final Runner runner;
  private final StepFiles files;
  private final PrintStream out;
  private final List<RunResult> results = new ArrayList<>();
  private String heading = "";
  private String backend = "";

  Job(Runner runner, StepFiles files, PrintStream out) {
    this.runner = runner;
    this.files = files;
    this.out = out;
  }

  /** Makes these runs; if the user does not want to wait, the first of them. */
  void run(List<Prepared> runs) {
    int examples = runner.data().train().size();
    Pace pace = new Pace(runs.stream().mapToLong(run -> run.trial().samples(examples)).sum());
    try (TerminalProgress terminal = TerminalProgress.on(out)) {
      for (Prepared run : runs) {
        if (!runner.interrupt().requested()) {
          int number = results.size() + 1;
          run(run, terminal, new JobProgress(terminal, pace, number, runs.size(), run.trial()));
        }
      }
    }
  }

  private void run(Prepared run, TerminalProgress terminal, JobProgress progress) {
    String title = run.heading(runner.resumed());
    if (!title.equals(heading)) {
      heading = title;
      terminal.note("\n" + heading);
    }
    try (StepWriters writers = files.begin(run.trial(), results.size() + 1)) {
      RunResult result = runner.run(run, progress, writers);
      progress.runEnded();
      terminal.note("  " + Outcome.of(result));
      backend = progress.backend();
      results.add(result);
    }
  }

  /** What happened, run by run. */
  List<RunResult> results() {
    return List.copyOf(results);
  }

  /** What it ran on, in the words of the backend; empty before the first run. */
  String backend() {
    return backend;
  }
}
