package org.glissade.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogPageTest {
  private static final String PAGE =
      """
      # Acme

      What Acme adds.

      ## acme:toy

      something to try the kit on [More](toy.md)

      Traits: zero-preserving, element-wise.

      | setting | values | default | |
      |---|---|---|---|
      | `bound` | a number > 0 | required | The largest \\|g\\|. |
      | `often` | an integer >= 1 | `3` | In how many steps. |
      | `name` | a word or a "text" | none | Whose. |
      """;

  private static CatalogPage page() {
    CatalogPage page = CatalogPage.of("Acme", "What Acme adds.");
    page.add(toy(), "[More](toy.md)");
    return page;
  }

  private static Toy toy() {
    List<Setting<?>> settings =
        List.of(
            Setting.number("bound", Range.above(0), "The largest |g|."),
            Setting.integer("often", Range.atLeast(1), "In how many steps.").orElse(3),
            Setting.text("name", "Whose.").optional());
    Set<Trait> traits = Set.of(Trait.ELEMENT_WISE, Trait.ZERO_PRESERVING);
    return new Toy(traits, settings, given -> (gradients, step) -> gradients);
  }

  @Test
  void saysWhatIsDeclared() {
    assertEquals(PAGE, page().text());
  }

  @Test
  void holdsTheFileToIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("acme/acme.md");
    page().assertStandsIn(file, true);
    assertEquals(PAGE, Files.readString(file));
    page().assertStandsIn(file, false);
    Files.writeString(file, PAGE.replace("largest", "least"));
    AssertionError refused =
        assertThrows(AssertionError.class, () -> page().assertStandsIn(file, false));
    String said = String.valueOf(refused.getMessage());
    assertTrue(
        said.startsWith("acme.md is not what is declared: -Dglissade.regenerate=true"), said);
  }
}
