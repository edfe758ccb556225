package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glissade.spi.Catalog;
import org.glissade.testkit.CatalogContract;
import org.glissade.testkit.Tally;
import org.glissade.testkit.spi.Listed;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every transform of the catalog runs the whole kit by being in it. */
class TransformKitTest {
  @RegisterExtension static final Tally RUNS = Tally.of("kit runs").within("entries");

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
    assertTrue(declared.containsAll(Listed.transforms().names()), "examples of what is not there");
  }

  @TestFactory
  Stream<DynamicNode> contracts() {
    return CatalogContract.tests();
  }
}
