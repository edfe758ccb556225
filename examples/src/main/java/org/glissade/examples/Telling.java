package org.glissade.examples;

import java.io.PrintStream;
import java.nio.file.Path;
import org.glissade.examples.report.ReportHtml;
import org.glissade.examples.report.ResultTable;
import org.glissade.examples.report.Results;
import org.glissade.examples.report.ResultsJson;
import org.glissade.examples.report.Story;
import org.glissade.examples.report.StudyHtml;
import org.glissade.examples.report.StudyJson;
import org.glissade.examples.report.StudyResults;
import org.glissade.examples.report.StudyTable;

/** Prints and writes results. */
record Telling(PrintStream out, Path folder) {
  void tell(Results results) {
    out.println();
    out.println(ResultTable.of(results));
    out.print(new Story(results).text());
    Path html = folder.resolve("report.html");
    Path json = folder.resolve("results.json");
    ReportHtml.write(results, html);
    ResultsJson.write(results, json);
    tell(html, json);
  }

  void tell(StudyResults study) {
    out.println();
    out.print(StudyTable.of(study));
    Path html = folder.resolve("study.html");
    Path json = folder.resolve("study.json");
    StudyHtml.write(study, html);
    StudyJson.write(study, json);
    tell(html, json);
  }

  private void tell(Path html, Path json) {
    out.printf("%nReport:  %s%nNumbers: %s%n", html.toAbsolutePath(), json.toAbsolutePath());
  }
}
