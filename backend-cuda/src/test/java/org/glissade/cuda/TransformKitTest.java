package org.glissade.cuda;

import java.util.stream.Stream;
import org.glissade.examples.custom.SoftClipProvider;
import org.glissade.spi.Catalog;
import org.glissade.testkit.GradientTransformContract;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every transform of the catalog, and one of somebody else's, gives what it gives interpreted. */
class TransformKitTest {
  private static final String[] NONE = {};

  /** Arguments of those for which the kit cannot make any up, and of those that have extents. */
  private static String[] examples(String name) {
    return switch (name) {
      case "adan", "muon", "novograd" -> new String[] {"0.1, decay=0.2"};
      case "adaptive-clip" -> new String[] {"0.01, extent=unit"};
      case "box" -> new String[] {"-0.5, 1, kind=weight"};
      case "chain" -> new String[] {"{scale(0.5) | momentum(0.9)}"};
      case "clip-along-axes" -> new String[] {"1, axes=\"0\"", "0.1, axes=\"-1\", p=1"};
      case "dadapt-adamw", "prodigy" -> new String[] {"decay=0.2"};
      case "dowg" -> new String[] {"initial=1e-8"};
      case "ema-weights" -> new String[] {"0.9"};
      case "freeze" -> new String[] {"kind=bias"};
      case "fromage", "sign-sgd" -> new String[] {"cosine(0.1, warmup=2, total=10)"};
      case "learning-rate" -> new String[] {"cosine(0.1, warmup=2, total=10)"};
      case "lookahead" -> new String[] {"2"};
      case "mask" -> new String[] {"{momentum(0.9)}, kind=weight"};
      case "min-max-norm" -> new String[] {"0.5, 2, extent=unit"};
      case "partition" ->
          new String[] {
            "{weight: scale(0.5) | bias: momentum(0.9) | norm: scale(2) | embedding: scale(1)}"
          };
      case "polyak-sgd" -> new String[] {"1"};
      case "route" -> new String[] {"kind=weight, {scale(0.5)}, {momentum(0.9)}"};
      case "sam" -> new String[] {"0.1, extent=global"};
      case "swa" -> new String[] {"1"};
      case "sgd" -> new String[] {"0.1, momentum=0.9, nesterov=true"};
      // Not the group: its norm is 1 to twelve digits, so that the order of a sum shows in 1 -
      // norm.
      case "unit-norm" ->
          new String[] {
            "extent=element", "extent=unit", "extent=parameter", "extent=layer", "extent=global"
          };
      default -> NONE;
    };
  }

  @TestFactory
  Stream<DynamicNode> contracts() {
    CudaBackend backend = FakeCuda.backend();
    return Stream.concat(
            Catalog.load(GradientTransformProvider.class).providers().stream(),
            Stream.of(new SoftClipProvider()))
        .map(provider -> contract(provider, backend));
  }

  private static DynamicNode contract(GradientTransformProvider provider, CudaBackend backend) {
    return DynamicContainer.dynamicContainer(
        provider.name(),
        GradientTransformContract.of(provider, examples(provider.name())).on(backend).tests());
  }
}
