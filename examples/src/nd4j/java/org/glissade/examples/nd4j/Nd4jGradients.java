package org.glissade.examples.nd4j;

import java.util.Map;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.mnist.Mnist;
import org.glissade.nd4j.NDArrays;
import org.glissade.nn.Updater;
import org.glissade.nn.UpdaterBuilder;
import org.glissade.random.Seed;
import org.glissade.random.Shuffle;
import org.glissade.tensor.Kind;
import org.glissade.transform.ChainReader;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An ND4J program computes the gradients of a network for MNIST; a chain makes updates of them, by
 * which its {@code INDArray}s are changed. Prints the test accuracy after each of two epochs. An
 * argument is a chain to use instead.
 */
public final class Nd4jGradients {
  private static final String CHAIN = "clip-by-norm(1.0, extent=parameter) | adam(0.001)";
  private static final int BATCH = 128;
  private static final int EPOCHS = 2;

  private final Nd4jNetwork network = new Nd4jNetwork(784, 64, Mnist.CLASSES);
  private final INDArray images;
  private final INDArray labels;

  private Nd4jGradients(Dataset train) {
    images = images(train.features());
    labels = labels(train.targets());
  }

  /** Trains, and prints how well the test set is told apart. */
  public static void main(String[] args) {
    Mnist mnist = Mnist.load();
    INDArray images = images(mnist.test().features());
    INDArray labels = labels(mnist.test().targets());
    Nd4jGradients training = new Nd4jGradients(mnist.train());
    try (Updater updater = training.updater(args.length == 0 ? CHAIN : args[0])) {
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        training.epoch(updater, epoch);
        double accuracy = training.network.accuracy(images, labels);
        System.out.printf("epoch %d: test accuracy %.4f%n", epoch + 1, accuracy);
      }
    }
  }

  private Updater updater(String chain) {
    UpdaterBuilder builder = Updater.of(ChainReader.load().read(chain));
    network
        .parameters()
        .forEach(
            (path, array) -> {
              Kind kind = array.rank() == 2 ? Kind.WEIGHT : Kind.BIAS;
              builder.parameter(path, NDArrays.shape(array), kind, NDArrays.floats(array));
            });
    return builder.build();
  }

  private void epoch(Updater updater, int epoch) {
    int[] order = new int[images.rows()];
    Shuffle.permutation(Seed.of(1), epoch, order);
    for (int from = 0; from < order.length; from += BATCH) {
      int[] batch = java.util.Arrays.copyOfRange(order, from, Math.min(from + BATCH, order.length));
      step(updater, images.getRows(batch), labels.getRows(batch));
    }
  }

  private void step(Updater updater, INDArray x, INDArray y) {
    Map<String, INDArray> gradients = network.gradients(x, y);
    gradients.forEach((path, gradient) -> updater.gradient(path, NDArrays.floats(gradient)));
    updater.step();
    network
        .parameters()
        .forEach(
            (path, array) -> {
              float[] values = new float[Math.toIntExact(array.length())];
              updater.read(path, values);
              NDArrays.copy(values, array);
            });
  }

  private static INDArray images(Field pixels) {
    INDArray bytes = NDArrays.of(pixels);
    return bytes.reshape(pixels.count(), pixels.example().size()).castTo(DataType.FLOAT).div(255);
  }

  private static INDArray labels(Field classes) {
    INDArray oneHot = Nd4j.zeros(DataType.FLOAT, classes.count(), Mnist.CLASSES);
    for (int i = 0; i < classes.count(); i++) {
      oneHot.putScalar(i, (long) classes.value(i, 0), 1);
    }
    return oneHot;
  }
}
