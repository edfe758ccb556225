package org.glissade.examples;

import org.glissade.mnist.Mnist;
import org.glissade.nn.*;
import org.glissade.transform.ChainReader;

/** Trains for one epoch and prints how well the test set is told apart. */
public final class FirstProgram {
  public static void main(String[] args) {
    Mnist mnist = Mnist.load();
    Sequential network =
        Sequential.of(
            new Flatten(), new Dense(128), new Relu(), new Dense(64), new Relu(), new Dense(10));
    Model model =
        new Model(
            network, mnist.train().features().example(), new SoftmaxCrossEntropy(), 1 / 255.0);
    var chain = ChainReader.load().read("clip-by-norm(1.0, extent=parameter) | sgd(0.1)");
    try (Trainer trainer = Trainer.of(model, chain).batch(128).build()) {
      trainer.fit(mnist.train());
      System.out.printf("test accuracy %.4f%n", trainer.evaluate(mnist.test()).accuracy());
    }
  }
}
