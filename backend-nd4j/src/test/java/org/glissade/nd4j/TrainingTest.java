package org.glissade.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import org.glissade.nn.Updater;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Shape;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Whole trainings. */
class TrainingTest {
  private static GradientTransform chain(String text) {
    return ChainReader.load().read(text);
  }

  /** Percent of MNIST's test set after 100 steps of the README's network. */
  private static double accuracy(Mnist mnist, Backend backend) {
    Sequential network =
        Sequential.of(
            new Flatten(), new Dense(128), new Relu(), new Dense(64), new Relu(), new Dense(10));
    Model model =
        new Model(
            network, mnist.train().features().example(), new SoftmaxCrossEntropy(), 1 / 255.0);
    GradientTransform rule = chain("clip-by-norm(1.0, extent=parameter) | sgd(0.1)");
    try (Trainer trainer = Trainer.of(model, rule).backend(backend).batch(128).build()) {
      trainer.fit(mnist.train().slice(0, 12_800));
      return 100 * trainer.evaluate(mnist.test()).accuracy();
    }
  }

  @Test
  void mnistIsLearnedAsOnCpu() {
    Mnist mnist = Mnist.load();
    double expected = accuracy(mnist, new CpuBackend());
    assertTrue(expected > 80 && expected < 95, () -> "cpu: " + expected);
    assertEquals(expected, accuracy(mnist, new Nd4jBackend()), 0.3);
  }

  /** ½‖w - 3‖², whose gradient is w - 3: the first step is the rate in every direction. */
  @Test
  void gradientsOfAnNd4jProgramMoveItsArrays() {
    INDArray w = Nd4j.createFromArray(new float[][] {{1, 2}, {5, 3}});
    try (Updater updater =
        Updater.of(chain("clip-by-norm(1.0, extent=global) | adam(0.5)"))
            .backend(new Nd4jBackend())
            .parameter("w", NDArrays.shape(w), Kind.WEIGHT, NDArrays.floats(w))
            .build()) {
      step(updater, w);
      assertArrayEquals(new float[] {1.5f, 2.5f, 4.5f, 3}, NDArrays.floats(w), 1e-5f);
      for (int i = 0; i < 200; i++) {
        step(updater, w);
      }
      assertArrayEquals(new float[] {3, 3, 3, 3}, NDArrays.floats(w), 0.05f);
    }
    assertEquals(Shape.of(2, 2), NDArrays.shape(w));
  }

  private static void step(Updater updater, INDArray w) {
    INDArray gradient = w.sub(3);
    updater.gradient("w", NDArrays.floats(gradient)).step();
    float[] next = new float[4];
    updater.read("w", next);
    NDArrays.copy(next, w);
  }
}
