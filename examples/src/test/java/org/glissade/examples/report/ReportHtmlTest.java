package org.glissade.examples.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.glissade.nn.telemetry.LayerFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportHtmlTest {
  private static final Pattern NOT_A_COORDINATE = Pattern.compile("(?i)nan|inf|e\\d");
  private static final List<String> COORDINATES =
      List.of("d", "x", "y", "cx", "cy", "r", "viewBox");

  private static Document parse(String html) {
    return assertDoesNotThrow(
        () ->
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html))));
  }

  private static List<Element> elements(Document page, String name) {
    return elements(page.getDocumentElement(), name);
  }

  private static List<Element> elements(Element in, String name) {
    NodeList nodes = in.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  static Stream<Results> allShapes() {
    return Stream.of(SampleResults.usual(), empty(), odd(), stoppedAtOnce());
  }

  private static Results empty() {
    return new Results(SampleResults.environment(), List.of());
  }

  private static Results stoppedAtOnce() {
    RunResult run = SampleResults.plain("g", "none", Double.NaN);
    return new Results(
        SampleResults.environment(), List.of(SampleResults.stopped(run, "interrupted")));
  }

  /** Nine runs with hostile names, one step, extreme values and eight layers. */
  static Results odd() {
    double[] extremes = {
      0, 1e-300, 1e300, Double.NaN, Double.POSITIVE_INFINITY, 5, Double.MIN_VALUE, 1, 2
    };
    List<RunResult> runs = new ArrayList<>();
    for (double extreme : extremes) {
      RunResult run =
          SampleResults.plain("<script>&\"group\"</script>", "</p>&<b>" + runs.size(), 0.5, 0.5);
      Curve curve = new Curve(List.of(new Curve.Point(0, extreme)));
      List<LayerCurve> norms = new ArrayList<>();
      for (int layer = 1; layer <= 8; layer++) {
        norms.add(new LayerCurve("dense-" + layer, curve));
      }
      runs.add(
          new RunResult(
              run.group(),
              run.name(),
              run.transform(),
              run.settings(),
              run.epochs(),
              curve,
              norms,
              extreme,
              0.5,
              Optional.of(SampleResults.explosion(0, "dense-1", extreme)),
              Optional.empty(),
              Optional.empty(),
              1,
              List.of(),
              Optional.empty()));
    }
    return new Results(SampleResults.environment(), runs);
  }

  @ParameterizedTest
  @MethodSource("allShapes")
  void thePageIsWellFormedAndSelfContained(Results results) {
    String html = ReportHtml.of(results);
    Document page = parse(html);
    assertEquals("html", page.getDocumentElement().getTagName());
    assertEquals(List.of(), elements(page, "script"));
    assertEquals(List.of(), elements(page, "link"));
    assertFalse(html.contains("http"), "external address");
    assertFalse(html.contains("url("), "external resource");
    for (RunResult run : results.runs()) {
      assertTrue(page.getDocumentElement().getTextContent().contains(run.name()), run.name());
    }
  }

  @ParameterizedTest
  @MethodSource("allShapes")
  void everyCoordinateIsFinite(Results results) {
    Document page = parse(ReportHtml.of(results));
    for (Element element : elements(page, "*")) {
      for (String attribute : COORDINATES) {
        String value = element.getAttribute(attribute);
        assertFalse(NOT_A_COORDINATE.matcher(value).find(), attribute + "=" + value);
      }
    }
  }

  @Test
  void groupsRunsAndChartsAreAllThere() {
    Document page = parse(ReportHtml.of(SampleResults.usual()));
    assertEquals(3, elements(page, "section").size());
    assertEquals(3, elements(page, "tbody").size());
    assertEquals(3 + 7 + 1, elements(page, "tr").size());
    List<String> captions =
        elements(page, "figcaption").stream().map(f -> f.getTextContent().strip()).toList();
    assertEquals(
        List.of(
            "Loss of a batch, log scale",
            "Test accuracy after each epoch",
            "Loss",
            "Gradient norm of dense-1",
            "dense-1",
            "dense-2",
            "dense-3"),
        captions.subList(0, 7));
    assertEquals(7 + 7 + 5, captions.size());
  }

  @Test
  void eachLinkSaysWhatItDid() {
    RunResult run = linked();
    Document page = parse(ReportHtml.of(new Results(SampleResults.environment(), List.of(run))));
    List<String> rows =
        elements(page, "tr").stream()
            .map(
                row ->
                    elements(row, "*").stream()
                        .filter(cell -> cell.getTagName().matches("t[hd]"))
                        .map(Element::getTextContent)
                        .collect(Collectors.joining("|"))
                        .replace('\u00a0', ' '))
            .toList();
    assertEquals(
        List.of(
            "Of|Fired|Median norm before|P90|P99|Not finite|Median norm after",
            "clip-by-norm fires in 97 % of steps: it sets your step size",
            "dense-1/weight|97 %|2.50|7.00|12.0|1|1.00",
            "adam changes more than a norm can tell",
            "global|-|1.00|1.00|1.00|0|-"),
        rows.subList(rows.size() - 5, rows.size()));
    assertTrue(
        page.getDocumentElement()
            .getTextContent()
            .replace('\u00a0', ' ')
            .contains(
                "The gradient of dense-1 vanished first, from step 7 on: its norm was 5e-7 times"
                    + " its first value or the largest of all layers."));
  }

  private static RunResult linked() {
    RunResult run = SampleResults.plain("g", "clip-by-norm", 0.97, 0.5);
    return new RunResult(
        run.group(),
        run.name(),
        run.transform(),
        run.settings(),
        run.epochs(),
        run.loss(),
        run.gradientNorms(),
        run.largestGradientNorm(),
        run.actedShare(),
        run.explosion(),
        run.death(),
        run.stopped(),
        run.seconds(),
        SampleResults.links(),
        Optional.of(new LayerFinding(7, "dense-1", 1e-9, 5e-7)));
  }

  @Test
  void explosionsAreMarkedAndSaid() {
    Document page = parse(ReportHtml.of(SampleResults.usual()));
    long marks =
        elements(page, "path").stream().filter(p -> p.getAttribute("class").equals("mark")).count();
    assertEquals(2 * 4, marks);
    long labels =
        elements(page, "text").stream()
            .filter(text -> text.getTextContent().equals("exploded, step 3"))
            .count();
    assertEquals(4, labels);
    List<String> bad =
        elements(page, "td").stream()
            .filter(cell -> cell.getAttribute("class").equals("bad"))
            .map(Element::getTextContent)
            .toList();
    assertEquals(
        List.of(
            "step 3, dense-1", "dense-2, 100\u00a0%", "step 5, dense-3", "dense-2, 99.8\u00a0%"),
        bad);
  }

  @Test
  void thePageSaysHowItWasMade() {
    String text = parse(ReportHtml.of(SampleResults.usual())).getDocumentElement().getTextContent();
    for (String fact :
        List.of("0.1.0", "17.0.15 (Debian)", "2026-11-23 05:29 UTC", "71.3 s", "Vector API")) {
      assertTrue(text.contains(fact), fact);
    }
  }

  @Test
  void thePageDoesNotDependOnTheLocale(@TempDir Path folder) throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      ReportHtml.write(SampleResults.usual(), folder.resolve("report.html"));
    } finally {
      Locale.setDefault(before);
    }
    assertEquals(
        ReportHtml.of(SampleResults.usual()), Files.readString(folder.resolve("report.html")));
  }
}
