package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glissade.reference.ReferenceBackend;
import org.glissade.spi.Catalog;
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

  private final SortedSet<String> names = Catalog.load(GradientTransformProvider.class).names();

  static Stream<GoldenCase> cases() {
    return GoldenFile.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsOnTheReferenceBackend(GoldenCase golden) {
    golden.verify(new ReferenceBackend(), chains, Rounding.NONE);
  }

  @Test
  void everyEntryHasAGolden() {
    String chains =
        cases()
            .flatMap(golden -> golden.script().stream())
            .filter(line -> line.key().equals("chain"))
            .map(Line::value)
            .collect(Collectors.joining("\n"));
    Set<String> without = new TreeSet<>(names);
    without.removeIf(
        name -> Pattern.compile("(?<![\\w-])" + name + "(?![\\w-])").matcher(chains).find());
    assertEquals(new TreeSet<>(WITHOUT.keySet()), without);
  }
}
