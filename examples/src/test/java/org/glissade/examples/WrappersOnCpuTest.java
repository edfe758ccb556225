package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.glissade.backend.Backend;
import org.glissade.cpu.CpuBackend;
import org.glissade.data.Dataset;
import org.glissade.mnist.Mnist;
import org.glissade.nn.Dense;
import org.glissade.nn.Dropout;
import org.glissade.nn.Flatten;
import org.glissade.nn.Model;
import org.glissade.nn.Relu;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.nn.Trainer;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Variable;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrappers around whole networks: in float on the cpu backend what the reference computes. */
class WrappersOnCpuTest {
  private static final Dataset DIGITS = Mnist.load().train().slice(0, 64);

  private static Trainer trained(String chain, Backend backend, int batch, double dropout) {
    Sequential network =
        Sequential.of(
            new Flatten(), new Dense(16), new Relu(), new Dropout(dropout), new Dense(10));
    Model model = new Model(network, Shape.of(28, 28), new SoftmaxCrossEntropy(), 1 / 255.0);
    Trainer trainer =
        Trainer.of(model, ChainReader.load().read(chain))
            .backend(backend)
            .threads(2)
            .seed(3)
            .batch(batch)
            .epochs(2)
            .build();
    trainer.fit(DIGITS);
    return trainer;
  }

  private static void same(Trainer expected, Trainer actual) {
    double[] one = expected.store().read(Variable.PARAMETERS);
    double[] other = actual.store().read(Variable.PARAMETERS);
    assertArrayEquals(one, other, 1e-5);
    float[][] rows = expected.predict(DIGITS.features());
    float[][] others = actual.predict(DIGITS.features());
    for (int i = 0; i < rows.length; i++) {
      assertArrayEquals(rows[i], others[i], 1e-4f);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sam(0.05, extent=global) | sgd(0.1, momentum=0.9)",
        "sam(0.05, extent=layer, adaptive=true) | clip-by-norm(1, extent=parameter) | sgd(0.1)",
        "accumulate(3) | clip-by-norm(0.5, extent=global) | sgd(0.1, momentum=0.9)",
        "accumulate(2) | sam(0.05, extent=global) | ema-weights(0.5) | sgd(0.1)",
        "lookahead(2) | sgd(0.1)",
        "swa(2) | sgd(0.1)",
        "schedule-free | sgd(0.1)",
        "freeze(name=\"dense-1/*\") | sgd(0.1)"
      })
  void areThoseOfTheReference(String chain) {
    try (Trainer reference = trained(chain, new ReferenceBackend(), 16, 0.25);
        Trainer cpu = trained(chain, new CpuBackend(), 16, 0.25)) {
      same(reference, cpu);
    }
  }

  /** Two batches of 16 make the update that one of 32 makes. */
  @Test
  void gatheredBatchesAreOneLargeBatch() {
    String chain = "clip-by-norm(0.5, extent=global) | sgd(0.1, momentum=0.9)";
    try (Trainer whole = trained(chain, new CpuBackend(), 32, 0);
        Trainer gathered = trained("accumulate(2) | " + chain, new CpuBackend(), 16, 0)) {
      same(whole, gathered);
      assertEquals(4, gathered.store().read("count")[0]);
      assertEquals(4, whole.store().read("count")[0]);
      assertTrue(Arrays.stream(gathered.store().read("accumulate/sum")).allMatch(x -> x == 0));
    }
  }
}
