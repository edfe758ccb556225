package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glissade.optim.schedule.NamedSchedules;
import org.glissade.reference.ReferenceBackend;
import org.glissade.spi.Catalog;
import org.glissade.spi.ChoiceType;
import org.glissade.spi.Provider;
import org.glissade.spi.Setting;
import org.glissade.testkit.Tally;
import org.glissade.testkit.golden.GoldenCase;
import org.glissade.testkit.golden.GoldenCase.Line;
import org.glissade.testkit.golden.GoldenFile;
import org.glissade.testkit.golden.Rounding;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldensTest {
  @RegisterExtension static final Tally GOLDENS = Tally.of("goldens on reference");

  private final ChainReader chains = ChainReader.load();

  /** Entries without a golden, and why. */
  private static final Map<String, String> WITHOUT =
      Map.of(
          "noise", "its random numbers are no other project's; NoiseTest holds its variance",
          "noisy-sgd", "as noise",
          "partition", "goldens have no groups; see PartitionByGroupTest");

  private static final Path PAGE =
      Path.of(System.getProperty("basedir", ""))
          .toAbsolutePath()
          .resolveSibling("docs")
          .resolve("schedules.md");

  private final Catalog<GradientTransformProvider> catalog =
      Catalog.load(GradientTransformProvider.class);

  static Stream<GoldenCase> cases() {
    return GoldenFile.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsOnTheReferenceBackend(GoldenCase golden) {
    golden.verify(new ReferenceBackend(), chains, Rounding.NONE);
  }

  /** The chains of all goldens, a line each. */
  private static String texts() {
    return cases()
        .flatMap(golden -> golden.script().stream())
        .filter(line -> line.key().equals("chain"))
        .map(Line::value)
        .collect(Collectors.joining("\n"));
  }

  /** Those of these names that no golden has in its chain. */
  private static Set<String> without(Collection<String> names) {
    String chains = texts();
    Set<String> without = new TreeSet<>(names);
    without.removeIf(
        name -> Pattern.compile("(?<![\\w-])" + name + "(?![\\w-])").matcher(chains).find());
    return without;
  }

  @Test
  void everyEntryHasAGolden() {
    assertEquals(new TreeSet<>(WITHOUT.keySet()), without(catalog.names()));
  }

  @Test
  void everyScheduleHasAGolden() {
    assertEquals(
        Set.of(), without(NamedSchedules.declared().stream().map(Provider::name).toList()));
  }

  /** Where one name means several rules, each of them has numbers of its own. */
  @Test
  void everyDialectHasAGolden() {
    Set<String> without = new TreeSet<>();
    List<Provider> all = new ArrayList<>(catalog.providers());
    all.addAll(NamedSchedules.declared());
    for (Provider provider : all) {
      for (Setting<?> setting : provider.settings()) {
        if (setting.name().equals("dialect") && setting.type() instanceof ChoiceType<?> choice) {
          choice
              .options()
              .forEach(
                  (word, dialect) -> {
                    if (!hasGolden(provider.name(), word, setting.fallback(), dialect)) {
                      without.add(provider.name() + " " + word);
                    }
                  });
        }
      }
    }
    assertEquals(Set.of(), without);
  }

  private static boolean hasGolden(String name, String word, Optional<?> usual, Object dialect) {
    String call = "(?<![\\w-])" + name + "\\(";
    String none = usual.filter(dialect::equals).isPresent() ? "|" + call + "(?![^)]*dialect)" : "";
    return Pattern.compile(call + "[^)]*dialect=" + word + "\\b" + none).matcher(texts()).find();
  }

  /** What docs/schedules.md says other projects' schedules are here is what they compute. */
  @Test
  void everyScheduleOfOtherProjectsHasAGolden() throws IOException {
    String page = Files.readString(PAGE).replaceFirst("(?s).*## Where the names come from", "");
    String sources = cases().map(GoldenCase::source).collect(Collectors.joining("\n"));
    Set<String> named =
        Pattern.compile("^\\| (`.*?`) \\|", Pattern.MULTILINE)
            .matcher(page)
            .results()
            .flatMap(row -> Arrays.stream(row.group(1).split(", ")))
            .map(name -> name.replaceFirst("`(\\w+).*", "$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(named.size() >= 14 + 15 + 6, named::toString);
    named.removeIf(sources::contains);
    assertEquals(Set.of(), named);
  }
}
