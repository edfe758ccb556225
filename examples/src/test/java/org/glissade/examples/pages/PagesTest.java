package org.glissade.examples.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages show is code of this module, and what they link to is there. */
class PagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "docs/tour.md",
        "docs/advice.md",
        "docs/backends.md",
        "docs/decisions/002-op-set.md"
      })
  void javaCodeIsCompiled(String name) {
    String sources = Page.sources();
    List<String> blocks = new Page(name).blocks("java");
    assertFalse(blocks.isEmpty());
    blocks.forEach(block -> assertTrue(sources.contains(block), () -> "not compiled:\n" + block));
  }

  @Test
  void linksLeadSomewhere() {
    Map<String, List<String>> broken = new TreeMap<>();
    for (Page page : Page.all()) {
      List<String> links = page.brokenLinks();
      if (!links.isEmpty()) {
        broken.put(page.name(), links);
      }
    }
    assertEquals(Map.of(), broken);
    assertTrue(Page.all().size() > 10);
  }
}
