package org.glissade.examples;

import java.util.stream.Stream;
import org.glissade.cpu.CpuBackend;
import org.glissade.testkit.Tally;
import org.glissade.testkit.golden.GoldenCase;
import org.glissade.testkit.golden.GoldenFile;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other projects compute, on the cpu backend, in float. */
class GoldensOnCpuTest {
  @RegisterExtension static final Tally GOLDENS = Tally.of("goldens on cpu");

  private final ChainReader chains = ChainReader.load();

  static Stream<GoldenCase> cases() {
    return GoldenFile.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalToRounding(GoldenCase golden) {
    golden.verify(new CpuBackend(), chains, 1e-5);
  }
}
