package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import java.util.List;
import org.glissade.nn.inject.GlissadeModule;
import org.glissade.transform.Chain;
import org.glissade.transform.NonFinite;
import org.glissade.transform.NonFinite.Policy;
import org.glissade.transform.NonFinite.Rollback;
import org.junit.jupiter.api.Test;

/** What to do with gradients that are not finite, as an application configures it. */
class ChainFromGuiceTest {
  private static Chain chain(String policy) {
    GlissadeModule module = new GlissadeModule().withChain(policy + " | sgd(0.1)");
    return Guice.createInjector(module).getInstance(Chain.class);
  }

  @Test
  void theWayBackIsAsItIsWritten() {
    assertEquals(
        new NonFinite(Policy.ROLLBACK, 3, new Rollback(0.1, 50, 2)),
        NonFinite.of(chain("non-finite(rollback, limit=3, factor=0.1, every=50, keep=2)")));
    assertEquals(new NonFinite(Policy.ROLLBACK), NonFinite.of(chain("non-finite(rollback)")));
    assertEquals(
        new NonFinite(Policy.SKIP_STEP, 7, Rollback.USUAL),
        NonFinite.of(chain("non-finite(skip-step, limit=7)")));
  }

  @Test
  void whatMakesNoSenseIsToldWhenTheInjectorIsMade() {
    for (String wrong :
        List.of(
            "rollback, limit=0",
            "rollback, factor=0",
            "rollback, factor=1.5",
            "rollback, factor=NaN",
            "rollback, every=0",
            "rollback, keep=0",
            "stop, limit=3",
            "roll-back")) {
      CreationException mistake =
          assertThrows(CreationException.class, () -> chain("non-finite(" + wrong + ")"), wrong);
      assertEquals(1, mistake.getErrorMessages().size(), wrong);
    }
  }
}
