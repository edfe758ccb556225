package org.glissade.examples.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The results as one HTML page with curves: no script, nothing loaded from elsewhere, to be read on
 * a screen, on a phone and on paper without colours.
 */
public final class ReportHtml {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String DEFINITIONS =
      "Loss: mean over the batches of the last finished epoch. Acted: share of the steps in which the"
          + " transform changed the gradient. Fired: share of the steps in which the link changed the"
          + " norm, or says that it acted. Exploded: the gradient norm of a layer passed 1,000"
          + " times its first value, or was not finite. Died: more than 95 % of the outputs of a"
          + " layer are zero on the test set. Gradient norms are taken before any transform acts."
          + " Seconds: wall-clock time with evaluations; the first run also pays for the start of the"
          + " JVM.";
  private static final String CURVES =
      "Curves: thin, the values of single steps; thick, their running median. A line breaks where a"
          + " value is not finite. On a log scale zero is drawn at the foot.";

  private ReportHtml() {}

  /**
   * Writes {@code file} whole, in UTF-8.
   *
   * @throws org.glissade.nn.OutputException if it cannot be written
   */
  public static void write(Results results, Path file) {
    OutputFolder.replace(file, of(results).getBytes(StandardCharsets.UTF_8));
  }

  /** The page. */
  static String of(Results results) {
    Story story = new Story(results);
    Environment environment = results.environment();
    String title = "Taming gradients on " + environment.dataSet();
    Markup page = new Markup().open("html", "lang", "en").newline();
    head(page, title);
    page.open("body").newline();
    page.element("h1", title).newline();
    page.element("p", story.headline(), "class", "lead").newline();
    new HtmlTable(results).writeTo(page);
    definitions(page);
    for (Results.Group group : results.groups()) {
      new GroupSection(group, story).writeTo(page);
    }
    environment(page, environment);
    return "<!DOCTYPE html>\n" + page.close().newline().close().newline();
  }

  static void head(Markup page, String title) {
    page.open("head").newline();
    page.empty("meta", "charset", "utf-8").newline();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.newline().element("title", title + " - Glissade").newline();
    page.element("style", style()).newline().close().newline();
  }

  private static void definitions(Markup page) {
    page.element("p", DEFINITIONS, "class", "small").newline();
    page.element("p", CURVES, "class", "small").newline();
  }

  static void environment(Markup page, Environment environment) {
    page.element("h2", "How this was made").newline().open("dl").newline();
    entry(page, "Glissade", environment.glissadeVersion());
    entry(page, "Java", environment.javaVersion());
    entry(page, "Machine", environment.machine());
    entry(page, "Backend", environment.backend());
    entry(page, "Data", environment.dataSet());
    entry(page, "Seed", String.valueOf(environment.seed()));
    entry(page, "Started", TIME.format(environment.startedAt()));
    entry(page, "Time", Format.seconds(environment.seconds()) + " s in all");
    page.close().newline();
  }

  private static void entry(Markup page, String name, String value) {
    page.element("dt", name).element("dd", value).newline();
  }

  private static String style() {
    try (InputStream css = ReportHtml.class.getResourceAsStream("report.css")) {
      if (css == null) {
        throw new IllegalStateException("report.css is missing beside " + ReportHtml.class);
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading report.css", e);
    }
  }
}
