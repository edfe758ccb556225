package org.glissade.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> NAMES =
      List.of("adam", "adamw", "clip-by-norm", "clip-by-value", "sgd", "acme:soft-clip");

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, abc, 0",
    "abc, '', 3",
    "abc, abd, 1",
    "abc, ab, 1",
    "abc, abxc, 1",
    "abc, acb, 1",
    "abc, cba, 2",
    "kitten, sitting, 3",
    "norm, nrom, 1",
    "abcd, badc, 2"
  })
  void distances(String a, String b, int distance) {
    assertEquals(distance, Nearest.distance(a, b));
    assertEquals(distance, Nearest.distance(b, a));
  }

  @ParameterizedTest
  @CsvSource({
    "clip-by-nrom, clip-by-norm",
    "clipbynorm, clip-by-norm",
    "Clip-By-Value, clip-by-value",
    "adan, adam",
    "adamx, adam",
    "SGD, sgd",
    "sdg, sgd",
    "soft-clip, acme:soft-clip",
    "slow:adam, adam",
    "acme:sotf-clip, acme:soft-clip"
  })
  void theNearestNameIsFound(String given, String expected) {
    assertEquals(Optional.of(expected), Nearest.to(given, NAMES));
  }

  @ParameterizedTest
  @CsvSource({"momentum", "clip", "x", "''", "norm"})
  void nothingIsBetterThanAWildGuess(String given) {
    assertEquals(Optional.empty(), Nearest.to(given, NAMES));
  }

  @Test
  void atMostThreeAreAskedFor() {
    List<String> names = List.of("acme:adam", "adamw", "adamax", "adan", "sgd", "adad");
    assertEquals(List.of("acme:adam", "adamw", "adan"), Nearest.all("adam", names));
    assertEquals("; did you mean 'acme:adam', 'adamw' or 'adan'?", Nearest.question("adam", names));
    assertEquals("; did you mean 'sgd'?", Nearest.question("sdg", names));
    assertEquals(".", Nearest.question("lion", names));
  }

  @Test
  void amongNoNamesNoneIsNear() {
    assertEquals(Optional.empty(), Nearest.to("adam", List.of()));
  }
}
