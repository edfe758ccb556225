package org.glissade.examples;

import java.util.List;
import org.glissade.mnist.Mnist;
import org.glissade.nn.Examples;
import org.glissade.nn.Model;
import org.glissade.nn.Purpose;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;

/** Turns trials into what can be run, so that every mistake is found before the first step. */
record Preparation(Offers offers, Mnist data) {
  List<Prepared> prepare(List<Trial> trials) {
    return trials.stream().map(this::prepare).toList();
  }

  private Prepared prepare(Trial trial) {
    if (trial.batch() > data.train().size()) {
      throw new InputException(
          "--batch must be at most %d, the number of examples to train on, but was %d"
              .formatted(data.train().size(), trial.batch()));
    }
    Chain chain = chain(trial.transform());
    String network = network(trial);
    Model model = model(network, trial.scale());
    check(trial, chain, model);
    return new Prepared(trial, network, chain, model);
  }

  /** Some mistakes of a chain show only where it meets the parameters. */
  private void check(Trial trial, Chain chain, Model model) {
    try {
      model.describe(new Purpose.Train(trial.batch(), Examples.of(data.train()), chain, true));
    } catch (IllegalArgumentException mistake) {
      throw InputException.of("transform", trial.transform(), mistake);
    }
  }

  private String network(Trial trial) {
    if (NetworkReader.isWidths(trial.layers())) {
      String init = init(trial.init());
      return NetworkReader.perceptron(trial.layers(), init, data.train().classes());
    }
    if (!trial.layers().matches("(?s)\\s*\\p{Alpha}.*")) {
      throw new InputException(
          "--layers must be widths above 0, such as 128,64, or a network, such as"
              + " 'flatten | dense(10)', but was '%s'".formatted(trial.layers()));
    }
    return trial.layers();
  }

  private Chain chain(String text) {
    try {
      return new ChainReader(offers.transforms()).read(text);
    } catch (IllegalArgumentException mistake) {
      throw InputException.of("transform", text, mistake);
    }
  }

  private static String init(String text) {
    try {
      return NetworkReader.initializer(text);
    } catch (IllegalArgumentException mistake) {
      throw InputException.of("initialiser", text, mistake);
    }
  }

  private Model model(String network, double scale) {
    try {
      Sequential layers = new NetworkReader(offers.layers()).read(network);
      Model model =
          new Model(layers, data.train().features().example(), new SoftmaxCrossEntropy(), scale);
      model.check(data.train());
      return model;
    } catch (IllegalArgumentException mistake) {
      throw InputException.of("layers", network, mistake);
    }
  }
}
