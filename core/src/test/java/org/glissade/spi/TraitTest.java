package org.glissade.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraitTest {
  @Test
  void labelsAreWhatPeopleRead() {
    List<String> expected =
        List.of(
            "scale-invariant",
            "scale-equivariant",
            "idempotent",
            "zero-preserving",
            "direction-keeping",
            "shortening",
            "element-wise",
            "needs-values",
            "needs-loss",
            "stateful",
            "wrapper");
    assertEquals(expected, Arrays.stream(Trait.values()).map(Trait::label).toList());
  }
}
