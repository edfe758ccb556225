package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glissade.spi.Catalog;
import org.glissade.testkit.GradientTransformContract;
import org.glissade.testkit.Tally;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every transform of the catalog runs the whole kit by being in it. */
class TransformKitTest {
  /** Arguments of those for which the kit cannot make any up. */
  private static final Map<String, String[]> EXAMPLES =
      Map.ofEntries(
          examples("ada-gc", "", "warmup=1"),
          examples(
              "auto-clip",
              "50, extent=unit, window=4",
              "10, extent=parameter, window=3",
              "30, extent=layer, window=2",
              "50, extent=group, window=4",
              "100, extent=global, window=5"),
          examples(
              "mad-clip",
              "1, extent=unit, window=4, warmup=2",
              "0.1, extent=parameter, window=3, warmup=2",
              "2, extent=global, window=5, warmup=3"),
          examples(
              "skip-spikes",
              "0.1, window=3, warmup=2",
              "0.1, window=4, warmup=2, by=median",
              "0.1, watched=loss, window=3, warmup=2",
              "0.1, watched=both, by=median, window=3, warmup=2"),
          examples("skip-or-clip", "20, clip=1"),
          examples("global-then-layer", "2, layer=1"),
          examples("spam", "0.1", "0.1, threshold=1, every=3, warmup=1, start=1"),
          examples("stable-spam", "0.1", "0.1, every=2"),
          examples(
              "z-clip",
              "extent=unit, warmup=1, z=0.1",
              "extent=parameter, warmup=2, z=0.5, target=mean, forget=true",
              "extent=layer, warmup=1, target=limit, max-norm=2",
              "extent=global, warmup=1, z=0.1, factor=0.5"),
          examples(
              "adaptive-clip", "0.01, extent=unit", "1e-3, extent=global, except=\"dense-2/**\""),
          examples("box", "-0.5, 1, kind=weight", "-0.1, 0.1"),
          examples(
              "clip-along-axes", "1, axes=\"0\"", "0.1, axes=\"-1\", p=1", "2, axes=\"0\", p=inf"),
          examples(
              "clip-by-norm",
              "1, extent=element",
              "1, extent=unit",
              "1, extent=parameter",
              "1, extent=layer",
              "1, extent=group",
              "1, extent=global",
              "1, extent=layer, p=1",
              "1, extent=unit, p=3",
              "1, extent=global, p=inf"),
          examples("learning-rate", "cosine(0.1, warmup=2, total=10)"),
          examples(
              "min-max-norm", "0.5, 2, extent=unit", "1, 1.5, extent=layer, rate=0.3, eps=1e-7"),
          examples("route", "kind=weight, {scale(0.5)}, {momentum(0.9)}"),
          examples("sgd", "0.1, momentum=0.9", "0.1, momentum=0.9, nesterov=true"),
          examples("adafactor", "0.1", "0.1, min-dim=2, relative=true"),
          examples("adan", "0.1, decay=0.2"),
          examples("dadapt-adamw", "decay=0.2"),
          examples("dowg", "initial=1e-8"),
          examples("fromage", "cosine(0.1, warmup=2, total=10)"),
          examples("muon", "0.1, decay=0.2", "0.1, dialect=torch"),
          examples("novograd", "0.1, decay=0.2"),
          examples("polyak-sgd", "1", "1, f-min=2", "1, f-min=2, positive=true"),
          examples("prodigy", "", "decay=0.2"),
          examples(
              "rmsprop",
              "0.1",
              "0.1, momentum=0.9, centered=true",
              "0.1, momentum=0.9, dialect=torch"),
          examples("chain", "{scale(0.5) | momentum(0.9)}"),
          examples("ema-weights", "0.9", "0.9, overwrite=2"),
          examples("freeze", "kind=bias", "name=\"dense-1/**\""),
          examples("lookahead", "2", "1, share=0.3"),
          examples("mask", "{momentum(0.9)}, kind=weight"),
          examples(
              "partition",
              "{weight: scale(0.5) | bias: momentum(0.9) | norm: scale(2) | embedding: scale(1)}"),
          examples(
              "sam",
              "0.1, extent=global",
              "0.1, extent=unit",
              "0.1, extent=layer, adaptive=true",
              "0.1, extent=element"),
          examples("swa", "1", "2, every=2"),
          examples("sign-sgd", "cosine(0.1, warmup=2, total=10)"));

  @RegisterExtension static final Tally RUNS = Tally.of("kit runs").within("entries");

  private static Map.Entry<String, String[]> examples(String name, String... arguments) {
    return Map.entry(name, arguments);
  }

  /** An entry that is not listed, or for which nothing is run, would go unproved. */
  @Test
  void everyEntryOfTheCatalogIsListed() {
    Set<String> listed = new TreeSet<>();
    contracts()
        .map(DynamicContainer.class::cast)
        .filter(entry -> entry.getChildren().anyMatch(DynamicContainer.class::isInstance))
        .forEach(entry -> listed.add(entry.getDisplayName()));
    Set<String> declared = new TreeSet<>(Catalog.load(GradientTransformProvider.class).names());
    assertEquals(declared, listed);
    assertTrue(declared.containsAll(EXAMPLES.keySet()), "examples of what is not there");
  }

  @TestFactory
  Stream<DynamicNode> contracts() {
    return Catalog.load(GradientTransformProvider.class).providers().stream()
        .map(TransformKitTest::contract);
  }

  private static DynamicNode contract(GradientTransformProvider provider) {
    return DynamicContainer.dynamicContainer(
        provider.name(), GradientTransformContract.of(provider, examples(provider)).tests());
  }

  /** The arguments with which a transform is tried; none if the kit makes them up. */
  static String[] examples(GradientTransformProvider provider) {
    return EXAMPLES.getOrDefault(provider.name(), new String[0]);
  }
}
