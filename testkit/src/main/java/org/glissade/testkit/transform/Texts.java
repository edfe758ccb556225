package org.glissade.testkit.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.glissade.transform.Chain;

/** The text form of a transform. */
final class Texts {
  private Texts() {}

  static List<Check> checks() {
    return List.of(new Check("prints itself as text that reads as the same", Texts::text));
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
