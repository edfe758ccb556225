package org.glissade.examples;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.glissade.examples.report.Pace;
import org.glissade.examples.report.ReportHtml;
import org.glissade.examples.report.ResultTable;
import org.glissade.examples.report.Results;
import org.glissade.examples.report.ResultsJson;
import org.glissade.examples.report.RunResult;
import org.glissade.examples.report.Story;
import org.glissade.examples.report.TerminalProgress;

/** Makes runs one after another, shows how far it is, then tells and writes what happened. */
record Job(Runner runner, PrintStream out) {
  /** Makes these runs, or those that the user waits for. */
  List<RunResult> run(List<Prepared> runs) {
    int examples = runner.data().train().size();
    Pace pace = new Pace(runs.stream().mapToLong(run -> run.trial().samples(examples)).sum());
    List<RunResult> results = new ArrayList<>();
    try (TerminalProgress terminal = TerminalProgress.on(out)) {
      for (Prepared run : runs) {
        if (!runner.interrupt().requested()) {
          JobProgress progress =
              new JobProgress(terminal, pace, results.size() + 1, runs.size(), run.trial());
          results.add(runner.run(run, progress));
          progress.runEnded();
        }
      }
    }
    return results;
  }

  /** Prints and writes results. */
  void tell(Results results, Path folder) {
    out.print(ResultTable.of(results));
    out.println();
    out.print(new Story(results).text());
    Path html = folder.resolve("report.html");
    Path json = folder.resolve("results.json");
    ReportHtml.write(results, html);
    ResultsJson.write(results, json);
    out.printf("%nReport:  %s%nNumbers: %s%n", html.toAbsolutePath(), json.toAbsolutePath());
  }
}
