package org.glissade.testkit.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.glissade.reference.ReferenceBackend;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.testkit.Toy;
import org.glissade.transform.Gradients;
import org.junit.jupiter.api.Test;

/** What is tried in float: all but what a float cannot keep. */
class FloatsTest {
  /** Which gradients are left out for a sum of something of g. */
  private static Set<String> leftOut(UnaryOperator<Gradients> kept) {
    Toy toy =
        Toy.of(
            (g, step) -> {
              var sum = step.state("sum", g.zeros());
              return sum.set(sum.old().plus(kept.apply(g)));
            },
            Trait.STATEFUL);
    Floats floats = Floats.of(new Subject(toy, CallText.of(toy.name()), new ReferenceBackend()));
    Set<String> names = new TreeSet<>();
    Samples.finite()
        .forEach(
            (name, gradient) -> {
              if (floats.lack(name, gradient)) {
                names.add(name);
              }
            });
    return names;
  }

  @Test
  void squaresOfLargeGradientsAreNoFloats() {
    assertEquals(
        Set.of("about 1e30", "denormal floats", "of other size in each parameter"),
        leftOut(Gradients::square));
    assertEquals(Set.of("denormal floats"), leftOut(g -> g));
    assertEquals(Set.of(), leftOut(Gradients::sign));
  }

  @Test
  void everyExceptionNamesGradientsAndSaysWhy() {
    Set<String> known = new TreeSet<>(Samples.finite().keySet());
    known.removeAll(Samples.moderate().keySet());
    assertFalse(Floats.lines().isEmpty());
    for (String line : Floats.lines()) {
      String[] fields = line.split("; ", 3);
      assertTrue(fields.length == 3 && known.contains(fields[1]), line);
    }
  }
}
