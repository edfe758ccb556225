package org.glissade.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** A study as table, page and numbers. */
class StudyTest {
  private static final List<String> CHAINS =
      List.of("sgd(0.1)", "clip-by-norm(1.0, extent=parameter) | sgd(0.1)", "sgd(<9>)");

  private static StudyResults study(int runs) {
    double[] accuracies = {0.9, 0.92, 0.1, 0.91, 0.925, 0.1, 0.905, 0.93, 0.3};
    List<StudyRun> all = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      boolean lost = i % 3 == 2;
      double seconds = lost ? Double.NaN : 0.0005 + 0.0001 * (i % 3);
      all.add(new StudyRun(CHAINS.get(i % 3), 1 + i / 3, accuracies[i], lost && i < 8, seconds));
    }
    return StudyResults.of(
        SampleResults.environment(), "784-128-10, he weights, batch 128, 2 epochs", CHAINS, all);
  }

  @Test
  void table() {
    assertEquals(Golden.text("study.txt"), StudyTable.of(study(9)));
  }

  @Test
  void numbers() {
    assertEquals(Golden.text("study.json"), StudyJson.of(study(9)));
  }

  @Test
  void ranksTellFromSixSeedsOn() {
    for (int seeds = 5; seeds < 8; seeds++) {
      List<StudyRun> runs = new ArrayList<>();
      for (int seed = 0; seed < seeds; seed++) {
        runs.add(new StudyRun(CHAINS.get(0), seed, 0.9, false, 1));
        runs.add(new StudyRun(CHAINS.get(1), seed, 0.91 + 0.001 * seed, false, 1));
      }
      StudyResults study =
          StudyResults.of(SampleResults.environment(), "two chains", CHAINS.subList(0, 2), runs);
      String told = StudyColumn.RANKS.cell(study, study.cells().get(1));
      assertEquals(List.of("-", "0.031", "0.016").get(seeds - 5), told);
      assertEquals("-", StudyColumn.RANKS.cell(study, study.cells().get(0)));
    }
  }

  @Test
  void pageIsWellFormedAndSaysTheSame() throws Exception {
    String page = StudyHtml.of(study(9));
    String body = page.substring(page.indexOf("<html"));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(body)));
    assertTrue(page.contains("<code>sgd(&lt;9&gt;)</code>"), page);
    for (StudyCell cell : study(9).cells()) {
      for (StudyColumn column : StudyColumn.values()) {
        String text = column.cell(study(9), cell).replace(" %", "\u00a0%");
        assertTrue(page.contains(text.replace("<", "&lt;").replace(">", "&gt;")), text);
      }
    }
    assertFalse(page.contains("<script"), page);
  }

  /** A seed that an interrupt cut short would compare different seeds. */
  @Test
  void onlyWholeSeedsCount() {
    assertEquals(study(6), study(8));
    assertEquals(List.of(), study(2).cells());
    assertTrue(StudyTable.of(study(2)).endsWith("no seed was finished by all chains\n"));
    assertTrue(StudyHtml.of(study(0)).endsWith("</html>\n"));
  }
}
