package org.glissade.nn;

import java.util.stream.Stream;
import org.glissade.layer.LayerProvider;
import org.glissade.spi.Catalog;
import org.glissade.testkit.LayerContract;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every layer of the catalog runs the whole kit by being in it. */
class LayerKitTest {
  @TestFactory
  Stream<DynamicNode> contracts() {
    return Catalog.load(LayerProvider.class).providers().stream()
        .map(
            provider ->
                DynamicContainer.dynamicContainer(
                    provider.name(), LayerContract.of(provider).tests()));
  }
}
