package org.glissade.examples.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.glissade.optim.lint.Finding;
import org.glissade.optim.lint.Linter;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.Test;

/** The code of docs/advice.md. */
class AdvicePageTest {
  @Test
  void linter() {
    Chain chain = ChainReader.load().read("clip-by-norm(1.0, extent=global) | sign | sgd(0.1)");
    for (Finding finding : Linter.load().lint(chain)) {
      System.out.println(finding);
    }
    List<Finding> found = Linter.load().lint(chain);
    assertEquals(List.of("clip-by-norm"), found.stream().map(Finding::link).toList());
  }
}
