package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glissade.backend.Backend;
import org.glissade.cpu.CpuBackend;
import org.glissade.mnist.Mnist;
import org.glissade.nn.Dense;
import org.glissade.nn.Flatten;
import org.glissade.nn.Model;
import org.glissade.nn.Relu;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.nn.Trainer;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.Test;

/** Whole trainings on the fake device. */
class TrainingTest {
  /** Percent of MNIST's test set after 300 steps of the article's network. */
  private static double accuracy(Mnist mnist, Backend backend) {
    Sequential network =
        Sequential.of(
            new Flatten(), new Dense(128), new Relu(), new Dense(64), new Relu(), new Dense(10));
    Model model =
        new Model(
            network, mnist.train().features().example(), new SoftmaxCrossEntropy(), 1 / 255.0);
    var rule = ChainReader.load().read("clip-by-norm(1.0, extent=parameter) | sgd(0.1)");
    try (Trainer trainer = Trainer.of(model, rule).backend(backend).batch(128).build()) {
      trainer.fit(mnist.train().slice(0, 38_400));
      return 100 * trainer.evaluate(mnist.test().slice(0, 2_000)).accuracy();
    }
  }

  @Test
  void mnistIsLearnedAsOnCpu() {
    Mnist mnist = Mnist.load();
    double expected = accuracy(mnist, new CpuBackend());
    assertTrue(expected > 88 && expected < 97, () -> "cpu: " + expected);
    assertEquals(expected, accuracy(mnist, FakeCuda.backend()), 0.3);
  }
}
