package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Tensor;
import org.glissade.transform.ChainReader;
import org.glissade.transform.Norm;
import org.glissade.transform.Observation;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Of which links the norms before and after are known, and over which groups; {@code -} is unknown.
 * The kit proves of every transform that they are true.
 */
class ObservationsTest {
  private static Update describe(String chain, boolean measured) {
    Layout layout = Models.twoLayers();
    Tensor flat = new Graph().flatInput("g", layout);
    return UpdateStage.describe(layout, flat, null, ChainReader.load().read(chain), measured);
  }

  private static String text(List<Observation> observations) {
    return observations.stream()
        .map(o -> o.link() + " " + groups(o.before()) + " " + groups(o.after()))
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private static String groups(java.util.Optional<Norm> norm) {
    return norm.map(n -> n.partition().extent().label()).orElse("-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "clip-by-norm(1, extent=layer) # clip-by-norm layer layer",
        "clip-by-norm(1, extent=unit) | sgd(1) # clip-by-norm unit unit, sgd unit unit",
        "clip-by-norm(1, extent=global) | adam(1) # clip-by-norm global global, adam global -",
        "clip-by-norm(1, extent=parameter) | clip-by-norm(2, extent=global) | scale(3)"
            + " # clip-by-norm parameter parameter, clip-by-norm-2 global global,"
            + " scale parameter parameter",
        "adam(1) | clip-by-norm(1, extent=layer) # adam global layer, clip-by-norm layer layer",
        "clip-by-value(1) | clip-by-norm(1, extent=layer)"
            + " # clip-by-value global layer, clip-by-norm layer layer",
        "non-finite(propagate) | sgd(1) # sgd - -",
        "route({clip-by-norm(1, extent=global)}, else={scale(0)}, kind=bias)"
            + " # route/then/clip-by-norm global global, route/else/scale - -, route global -",
        "non-finite(zero-elements) | clip-by-norm(1, extent=layer)"
            + " # non-finite - layer, clip-by-norm layer layer"
      })
  void areKnownWhereTheChainTakesThem(String chain, String expected) {
    assertEquals(expected, text(describe(chain, false).observations()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "clip-by-norm(1, extent=layer) | adam(1) | weight-decay(0.1) | scale(2)"
            + " # clip-by-norm layer layer, adam layer layer, weight-decay layer layer,"
            + " scale layer layer",
        "non-finite(propagate) | sgd(1) # sgd parameter parameter"
      })
  void areMeasuredWhereAskedFor(String chain, String expected) {
    assertEquals(expected, text(describe(chain, true).observations()));
  }
}
