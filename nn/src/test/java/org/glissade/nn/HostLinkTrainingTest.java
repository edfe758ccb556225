package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.glissade.data.Dataset;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.HostFunction;
import org.glissade.tensor.HostLinkException;
import org.glissade.transform.Chain;
import org.glissade.transform.Link;
import org.junit.jupiter.api.Test;

/** Java in the middle of an update, in a whole training. */
class HostLinkTrainingTest {
  private static final Dataset TRAIN = Tiny.quadrants("train", 100, 1);

  private static Trainer trainer(HostFunction function) {
    Link link = Link.of("half", (gradients, step) -> step.host("half", gradients, function));
    Chain chain = Chain.of(List.of(link, Link.of("momentum", new Tiny.Momentum(0.1, 0.9))));
    return Trainer.of(Tiny.model(), chain)
        .backend(new ReferenceBackend())
        .seed(5)
        .batch(16)
        .epochs(2)
        .build();
  }

  private static void halve(List<double[]> in, List<double[]> out) {
    for (int i = 0; i < in.get(0).length; i++) {
      out.get(0)[i] = in.get(0)[i] / 2;
    }
  }

  /** It fails in the ninth step of fourteen; what fit does then goes on behind the eighth. */
  @Test
  void aTrainingWhoseHostLinkFailedGoesOnWhereItWas() {
    int[] calls = new int[1];
    HostFunction ninth =
        (in, out) -> {
          if (++calls[0] == 9) {
            throw new ArithmeticException("ninth");
          }
          halve(in, out);
        };
    try (Trainer trainer = trainer(ninth);
        Trainer whole = trainer(HostLinkTrainingTest::halve)) {
      String message = assertThrows(HostLinkException.class, () -> trainer.fit(TRAIN)).getMessage();
      assertEquals(
          "Host link half/half failed, and the step with it: java.lang.ArithmeticException: ninth",
          message);
      assertEquals(8, trainer.store().read("count")[0]);
      FitResult rest = trainer.fit(TRAIN);
      FitResult all = whole.fit(TRAIN);
      assertEquals(all.position(), rest.position());
      assertEquals(15, calls[0]);
      SortedMap<String, double[]> expected = whole.store().snapshot();
      assertTrue(expected.size() > 3, expected.keySet()::toString);
      SortedMap<String, double[]> actual = trainer.store().snapshot();
      expected.forEach(
          (key, values) -> assertArrayEquals(values, Objects.requireNonNull(actual.get(key)), key));
    }
  }
}
