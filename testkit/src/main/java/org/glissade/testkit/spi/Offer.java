package org.glissade.testkit.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.glissade.spi.Catalog;
import org.glissade.spi.Provider;
import org.junit.jupiter.api.DynamicTest;

/** What a provider says of itself. */
public final class Offer {
  private Offer() {}

  /** Fails unless catalogs take the provider, and it says in one line what it makes. */
  public static <P extends Provider> DynamicTest test(Class<P> kind, P provider) {
    return DynamicTest.dynamicTest(
        provider.name() + ": is offered",
        () -> {
          assertEquals(List.of(), Catalog.of(kind, List.of(provider)).problems());
          String summary = provider.summary();
          assertFalse(
              summary.isBlank() || summary.contains("\n"),
              () -> "the summary should be one line, but is: " + summary);
        });
  }
}
