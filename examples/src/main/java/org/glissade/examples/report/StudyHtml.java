package org.glissade.examples.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A study as one HTML page in the style of {@link ReportHtml}. */
public final class StudyHtml {
  /** What the columns mean. */
  static final String DEFINITIONS =
      "All chains run from the same weights and on the same data order, once for each seed. Test"
          + " accuracy: mean over the seeds of that after the last finished epoch; that of guessing"
          + " where none was. ±: half of the 95 % interval of the mean, by Student's t. Against the"
          + " first: mean of the differences to the first chain, seed by seed, in percentage points."
          + " p: the probability of so large a mean difference if there is none (paired t-test, two"
          + " sides; no correction for several chains). P by ranks: the same by Wilcoxon's"
          + " signed-rank test, exactly, which does not take the differences for normal; from six"
          + " seeds with a difference on. Diverged: share of the seeds in which the"
          + " gradient norm of a layer passed 1,000 times its first value, or was not finite."
          + " Milliseconds a step: median over the seeds, evaluations excluded.";

  private StudyHtml() {}

  /**
   * Writes {@code file} whole, in UTF-8.
   *
   * @throws org.glissade.nn.OutputException if it cannot be written
   */
  public static void write(StudyResults study, Path file) {
    OutputFolder.replace(file, of(study).getBytes(StandardCharsets.UTF_8));
  }

  /** The page. */
  static String of(StudyResults study) {
    String title = "Chains compared on " + study.environment().dataSet();
    Markup page = new Markup().open("html", "lang", "en").newline();
    ReportHtml.head(page, title);
    page.open("body").newline();
    page.element("h1", title).newline();
    page.element("p", study.headline(), "class", "lead").newline();
    table(page, study);
    page.element("p", DEFINITIONS, "class", "small").newline();
    ReportHtml.environment(page, study.environment());
    return "<!DOCTYPE html>\n" + page.close().newline().close().newline();
  }

  private static void table(Markup page, StudyResults study) {
    page.open("table").newline().open("thead").open("tr");
    for (StudyColumn column : StudyColumn.values()) {
      page.element("th", column.title(), "scope", "col", "class", alignment(column));
    }
    page.close().close().newline().open("tbody").newline();
    for (StudyCell cell : study.cells()) {
      page.open("tr");
      for (StudyColumn column : StudyColumn.values()) {
        String text = column.cell(study, cell);
        page.open("td", "class", alignment(column), "data-label", column.title());
        if (column == StudyColumn.CHAIN) {
          page.element("code", text);
        } else {
          page.text(text);
        }
        page.close();
      }
      page.close().newline();
    }
    page.close().close().newline();
  }

  private static String alignment(StudyColumn column) {
    return column.numeric() ? "number" : "text";
  }
}
