package org.glissade.cuda;

import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.examples.custom.MedianClipProvider;
import org.glissade.examples.custom.SoftClipProvider;
import org.glissade.testkit.CatalogContract;
import org.glissade.testkit.spi.Examples;
import org.glissade.testkit.transform.Suite;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;

/** The kit of every transform of the catalog, and of two of somebody else's, on a backend. */
final class TransformKit {
  private TransformKit() {}

  /** The tests, a container for each transform. */
  static Stream<DynamicNode> on(Backend backend) {
    Stream<GradientTransformProvider> foreign =
        Stream.of(new SoftClipProvider(), new MedianClipProvider());
    return Stream.concat(
        CatalogContract.testsOn(backend),
        foreign.map(
            one ->
                DynamicContainer.dynamicContainer(
                    one.name(), Suite.on(backend, one, Examples.of(one)))));
  }
}
