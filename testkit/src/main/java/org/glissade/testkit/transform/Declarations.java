package org.glissade.testkit.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.glissade.spi.Catalog;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransformProvider;

/** What a provider says of itself. */
final class Declarations {
  private Declarations() {}

  /** Fails unless catalogs take the provider. */
  static void offered(GradientTransformProvider provider) {
    Catalog<GradientTransformProvider> catalog =
        Catalog.of(GradientTransformProvider.class, List.of(provider));
    assertEquals(List.of(), catalog.problems());
    String summary = provider.summary();
    assertFalse(
        summary.isBlank() || summary.contains("\n"),
        () -> "%s: the summary should be one line, but is: %s".formatted(provider.name(), summary));
  }

  static List<Check> checks() {
    return List.of(new Check("prints itself as text that reads as the same", Declarations::text));
  }

  private static void text(Subject subject) {
    Chain chain = subject.chains().read(subject.call().print());
    Chain again = subject.chains().read(chain.toString());
    assertEquals(chain.toString(), again.toString());
    if (subject.create() instanceof Record) {
      assertEquals(chain, again, "the record that the text reads as");
    }
  }
}
