package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glissade.cpu.CpuBackend;
import org.glissade.testkit.Tally;
import org.glissade.testkit.golden.GoldenCase;
import org.glissade.testkit.golden.GoldenFile;
import org.glissade.testkit.golden.Rounding;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other projects compute, on the cpu backend, in float. */
class GoldensOnCpuTest {
  @RegisterExtension static final Tally GOLDENS = Tally.of("goldens on cpu");

  /** Cases that float misses by more, each with a reason in place of a source. */
  private static final List<GoldenCase> EXCEPTIONS =
      GoldenFile.read(
          Objects.requireNonNull(GoldensOnCpuTest.class.getResource("goldens-on-cpu.exceptions")));

  private static final Map<String, Rounding> LOOSER =
      EXCEPTIONS.stream().collect(Collectors.toMap(GoldenCase::name, GoldensOnCpuTest::rounding));

  private final ChainReader chains = ChainReader.load();

  static Stream<GoldenCase> cases() {
    return GoldenFile.all();
  }

  private static Rounding rounding(GoldenCase exception) {
    String[] numbers = exception.script().get(0).value().split(" ", 2);
    return new Rounding(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalToRounding(GoldenCase golden) {
    golden.verify(new CpuBackend(), chains, LOOSER.getOrDefault(golden.name(), Rounding.FLOAT));
  }

  /** An exception that is there no more, or that a better rule does without, leaves the list. */
  @Test
  void everyExceptionIsNeeded() {
    Map<String, GoldenCase> goldens =
        cases().collect(Collectors.toMap(GoldenCase::name, golden -> golden));
    for (GoldenCase exception : EXCEPTIONS) {
      GoldenCase golden = Objects.requireNonNull(goldens.get(exception.name()), exception::name);
      assertThrows(
          AssertionError.class,
          () -> golden.verify(new CpuBackend(), chains, Rounding.FLOAT),
          exception::name);
    }
  }
}
