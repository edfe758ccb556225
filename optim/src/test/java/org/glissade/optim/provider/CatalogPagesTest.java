package org.glissade.optim.provider;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glissade.spi.Catalog;
import org.glissade.testkit.CatalogPage;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * docs/catalog holds what is declared, a page for each family. A transform belongs to the family
 * that the guide names last before the transform's own entry, in a line {@value #LINE}.
 */
class CatalogPagesTest {
  private static final Path DOCS =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("docs");
  private static final String LINE = "Settings and traits: [...](catalog/FAMILY.md).";
  private static final Pattern FAMILY =
      Pattern.compile("Settings and traits: \\[.*]\\(catalog/(.*)\\.md\\)\\.");
  private static final Map<String, String> TITLES =
      Map.of(
          "clip-and-shape", "Clip and shape",
          "thresholds", "Thresholds that set themselves",
          "descent", "Descent, momentum and signs",
          "adaptive", "Adaptive rates",
          "layer-wise", "Sizes of layers, and matrices",
          "rate-free", "Step sizes that are found",
          "wrappers", "Wrappers",
          "non-finite", "Gradients that are not finite");
  private static final String INTRODUCTION =
      """
      Generated from the declarations; [the guide](../%s) has the rest. After a change of a declaration this writes it anew:

          mvn -Dquick -pl optim -am test -Dtest=CatalogPagesTest -Dsurefire.failIfNoSpecifiedTests=false \
      -Dglissade.regenerate=true""";

  /** Where the guide tells of a transform. */
  private record Entry(String family, String page) {}

  private final Map<String, Entry> guide = guide();

  static Set<String> families() {
    return TITLES.keySet();
  }

  private static Map<String, Entry> guide() {
    Map<String, Entry> entries = new TreeMap<>();
    for (Path file : files(DOCS, "transforms.*\\.md")) {
      String family = "none";
      for (String line : lines(file)) {
        Matcher link = FAMILY.matcher(line);
        family = link.matches() ? link.group(1) : family;
        if (line.startsWith("### ")) {
          entries.put(line.substring(4), new Entry(family, file.getFileName().toString()));
        }
      }
    }
    return entries;
  }

  private static List<Path> files(Path folder, String name) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(name)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<GradientTransformProvider> transforms() {
    return Catalog.load(GradientTransformProvider.class).providers();
  }

  private static CatalogPage page(String title, String file) {
    return CatalogPage.of(title, INTRODUCTION.formatted(file));
  }

  @ParameterizedTest
  @MethodSource("families")
  void transformsStandInTheirFamily(String family) {
    CatalogPage page = page(TITLES.getOrDefault(family, family), "transforms.md");
    for (GradientTransformProvider provider : transforms()) {
      Entry entry = guide.get(provider.name());
      if (entry != null && entry.family().equals(family)) {
        page.add(provider, "([guide](../%s#%s))".formatted(entry.page(), provider.name()));
      }
    }
    page.assertStandsIn(DOCS.resolve("catalog/" + family + ".md"));
  }

  @Test
  void schedulesStandInTheirs() {
    CatalogPage page = page("Schedules", "schedules.md");
    Schedules.all().forEach(schedule -> page.add(schedule, ""));
    page.assertStandsIn(DOCS.resolve("catalog/schedules.md"));
  }

  @Test
  void everyTransformBelongsToAFamily() {
    for (GradientTransformProvider provider : transforms()) {
      String name = provider.name();
      Entry entry = guide.getOrDefault(name, new Entry("none", "none"));
      String what = name + " needs an entry in docs/transforms*.md, below a line " + LINE;
      assertTrue(TITLES.containsKey(entry.family()), what);
    }
  }
}
