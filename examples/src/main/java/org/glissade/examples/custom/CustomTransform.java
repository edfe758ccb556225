package org.glissade.examples.custom;

import org.glissade.data.Dataset;
import org.glissade.mnist.Mnist;
import org.glissade.nn.Dense;
import org.glissade.nn.Flatten;
import org.glissade.nn.Model;
import org.glissade.nn.Relu;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.nn.Trainer;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;

/** Trains on MNIST for two epochs with a transform that is no part of Glissade, by its name. */
public final class CustomTransform {
  private static final String CHAIN = "acme:soft-clip(1.0, extent=parameter) | sgd(0.2)";

  private CustomTransform() {}

  /**
   * Prints the test accuracy.
   *
   * @param args another chain, or nothing
   */
  public static void main(String[] args) {
    Mnist mnist = Mnist.load();
    double accuracy =
        train(args.length == 0 ? CHAIN : String.join(" ", args), mnist.train(), mnist.test());
    System.out.printf("test accuracy %.2f %%%n", 100 * accuracy);
  }

  static double train(String chainText, Dataset train, Dataset test) {
    Sequential network =
        Sequential.of(
            new Flatten(), new Dense(128), new Relu(), new Dense(64), new Relu(), new Dense(10));
    Model model =
        new Model(network, train.features().example(), new SoftmaxCrossEntropy(), 1 / 255.0);
    Chain chain = ChainReader.load().read(chainText);
    try (Trainer trainer = Trainer.of(model, chain).batch(128).epochs(2).build()) {
      trainer.fit(train);
      return trainer.evaluate(test).accuracy();
    }
  }
}
