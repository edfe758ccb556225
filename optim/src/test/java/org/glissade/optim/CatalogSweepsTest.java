package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glissade.spi.Catalog;
import org.glissade.spi.text.CallText;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.testkit.golden.UpdateProgram;
import org.glissade.testkit.spi.Listed;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransformProvider;
import org.glissade.transform.NonFinite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every transform of the catalog, as the kit tries it, makes no more passes over the parameters
 * than the longest chain of its dependent reductions asks for, and one that writes. Where nothing
 * asks for a norm, the policy for gradients that are not finite costs one, and none when it lets
 * them through.
 */
class CatalogSweepsTest {
  private static final Layout LAYOUT = layout();

  private static Layout layout() {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 1; i < 20; i++) {
      parameters.add(Models.parameter("dense-" + i + "/weight", Kind.WEIGHT, 3, 5));
      parameters.add(Models.parameter("dense-" + i + "/bias", Kind.BIAS, 5));
    }
    parameters.add(Models.parameter("norm-20/scale", Kind.NORM, 5));
    parameters.add(Models.parameter("embedding-21/table", Kind.EMBEDDING, 7, 3));
    return Layout.of(parameters).grouped(parameter -> parameter.kind().label());
  }

  static Stream<String> entries() {
    Listed listed = Listed.transforms();
    return Catalog.load(GradientTransformProvider.class).providers().stream()
        .flatMap(provider -> listed.of(provider).stream())
        .map(CallText::print);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void areOneMoreThanTheLongestChainOfReductions(String entry) {
    String chain = entry + " | scale(0.5)";
    int checked = sweeps(chain);
    if (!entry.startsWith(NonFinite.NAME + "(")) {
      int unchecked = sweeps("non-finite(propagate) | " + chain);
      assertTrue(checked == unchecked || (unchecked == 1 && checked == 2), chain);
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void telemetryCostsNoSweepAndNoByte(String entry) {
    String chain = entry + " | scale(0.5)";
    TelemetryPlans.of(LAYOUT, ChainReader.load().read(chain)).check(chain);
  }

  private static int sweeps(String chain) {
    try (UpdateProgram program = Models.program(LAYOUT, chain)) {
      int needed = ReductionChains.sweeps(program.plan().definition());
      assertEquals(needed, program.plan().sweeps(), () -> chain + "\n" + program.plan());
      return needed;
    }
  }
}
