package org.glissade.examples.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glissade.testkit.golden.GoldenCase;
import org.glissade.testkit.golden.GoldenFile;
import org.junit.jupiter.api.Test;

/** docs/features.md has the whole catalogue, and names tests that are there and speak of it. */
class FeaturesPageTest {
  private static final int COLUMNS = 8;
  private static final Pattern TEST = Pattern.compile("\\]\\(\\.\\./(\\S+/(\\w+Test)\\.java)\\)");
  private static final Pattern ENTRY = Pattern.compile("`([a-z0-9][a-z0-9-]*)`");

  /** A row of a table: what there is here, with its tests. */
  private static List<String> ours() {
    List<String> cells = new ArrayList<>();
    for (String line : new Page("docs/features.md").text().lines().toList()) {
      if (line.startsWith("| ") && !line.startsWith("| | here")) {
        String[] row = line.split("\\|", -1);
        assertEquals(COLUMNS + 2, row.length, line);
        for (int i = 1; i <= COLUMNS; i++) {
          assertFalse(row[i].isBlank(), line);
        }
        cells.add(row[2]);
      }
    }
    return cells;
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** The headings of the pages that are generated from the declarations. */
  private static TreeSet<String> catalog() {
    Pattern heading = Pattern.compile("^## (\\S+)$", Pattern.MULTILINE);
    return Page.all().stream()
        .filter(page -> page.name().startsWith("docs/catalog/"))
        .flatMap(page -> matches(heading, page.text()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyEntryOfTheCatalogueStandsOnItAndNothingElse() {
    List<String> named = ours().stream().flatMap(cell -> matches(ENTRY, cell).stream()).toList();
    String where = "docs/features.md, second column";
    assertEquals(catalog(), new TreeSet<>(named), where);
    assertTrue(catalog().size() > 100, where);
  }

  @Test
  void everyCellIsLinkedToTests() {
    for (String cell : ours()) {
      List<String> files = matches(TEST, cell);
      assertFalse(files.isEmpty(), cell);
      for (String file : files) {
        String name = file.replaceFirst(".*/", "").replace(".java", "");
        String code = new Page(file).text();
        assertTrue(code.contains("class " + name + " "), file);
        assertTrue(code.matches("(?s).*(@Test|@ParameterizedTest|BackendContract).*"), file);
      }
    }
  }

  /** A link to the goldens of an entry that has none would prove nothing. */
  @Test
  void entriesOccurInTheirTests() {
    String goldens =
        GoldenFile.all()
            .map(GoldenCase::script)
            .flatMap(List::stream)
            .filter(line -> line.key().equals("chain"))
            .map(GoldenCase.Line::value)
            .collect(Collectors.joining("\n"));
    for (String cell : ours()) {
      String proofs =
          matches(TEST, cell).stream()
              .map(file -> file.endsWith("/GoldensTest.java") ? goldens : new Page(file).text())
              .collect(Collectors.joining("\n"));
      for (String entry : matches(ENTRY, cell)) {
        Pattern name = Pattern.compile("(?<![\\w-])" + entry + "(?![\\w-])");
        assertTrue(name.matcher(proofs).find(), entry + " does not occur in the tests of " + cell);
      }
    }
  }
}
