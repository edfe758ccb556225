package org.glissade.optim;

import java.util.Map;
import java.util.stream.Stream;
import org.glissade.spi.Catalog;
import org.glissade.testkit.GradientTransformContract;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every transform of the catalog runs the whole kit by being in it. */
class TransformKitTest {
  /** Arguments of those for which the kit cannot make any up. */
  private static final Map<String, String[]> EXAMPLES =
      Map.of(
          "route", new String[] {"kind=weight, {scale(0.5)}, {momentum(0.9)}"},
          "sgd", new String[] {"0.1, momentum=0.9", "0.1, momentum=0.9, nesterov=true"},
          "learning-rate", new String[] {"cosine(0.1, warmup=2, total=10)"});

  @TestFactory
  Stream<DynamicNode> contracts() {
    return Catalog.load(GradientTransformProvider.class).providers().stream()
        .map(TransformKitTest::contract);
  }

  private static DynamicNode contract(GradientTransformProvider provider) {
    String[] examples = EXAMPLES.getOrDefault(provider.name(), new String[0]);
    return DynamicContainer.dynamicContainer(
        provider.name(), GradientTransformContract.of(provider, examples).tests());
  }
}
