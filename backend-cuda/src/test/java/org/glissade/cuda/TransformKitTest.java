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
      case "adaptive-clip" -> new String[] {"0.01, extent=unit"};
      case "box" -> new String[] {"-0.5, 1, kind=weight"};
      case "clip-along-axes" -> new String[] {"1, axes=\"0\"", "0.1, axes=\"-1\", p=1"};
      case "learning-rate" -> new String[] {"cosine(0.1, warmup=2, total=10)"};
      case "min-max-norm" -> new String[] {"0.5, 2, extent=unit"};
      case "route" -> new String[] {"kind=weight, {scale(0.5)}, {momentum(0.9)}"};
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
