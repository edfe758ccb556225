package org.glissade.optim;

import java.util.stream.Stream;
import org.glissade.reference.ReferenceBackend;
import org.glissade.testkit.Tally;
import org.glissade.testkit.golden.GoldenCase;
import org.glissade.testkit.golden.GoldenFile;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldensTest {
  @RegisterExtension static final Tally GOLDENS = Tally.of("goldens on reference");

  private final ChainReader chains = ChainReader.load();

  static Stream<GoldenCase> cases() {
    return GoldenFile.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsOnTheReferenceBackend(GoldenCase golden) {
    golden.verify(new ReferenceBackend(), chains, 0);
  }
}
