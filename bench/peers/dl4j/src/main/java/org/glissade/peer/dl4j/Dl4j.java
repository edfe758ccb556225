package org.glissade.peer.dl4j;

import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.glissade.bench.contest.Contest;
import org.glissade.bench.contest.Digits;
import org.glissade.bench.contest.Request;
import org.glissade.bench.contest.Shuffle;
import org.glissade.bench.contest.Training;
import org.glissade.bench.contest.Workload;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** DL4J's process. */
public final class Dl4j implements Training {
  private final Request request;
  private final INDArray pixels;
  private final INDArray labels;
  private final Shuffle shuffle;
  private final MultiLayerNetwork network;

  private Dl4j(Request request) {
    this.request = request;
    Digits train = request.train();
    pixels = matrix(train.pixels(), train.count(), Digits.PIXELS);
    labels = matrix(train.oneHot(), train.count(), Digits.CLASSES);
    shuffle = new Shuffle(train.count(), request.workload().batch(), 1);
    network = network(request.workload());
    network.init();
  }

  /** Serves the workloads. */
  public static void main(String[] arguments) {
    Contest.serve(arguments, Dl4j::new);
  }

  private static INDArray matrix(float[] values, int rows, int columns) {
    return Nd4j.createFromArray(values).reshape(rows, columns);
  }

  private static MultiLayerNetwork network(Workload workload) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Sgd(Workload.RATE))
            .weightInit(WeightInit.RELU)
            .gradientNormalization(GradientNormalization.ClipL2PerParamType)
            .gradientNormalizationThreshold(Workload.CLIP)
            .list();
    int last = workload.layers() - 1;
    for (int layer = 0; layer < last; layer++) {
      layers.layer(
          new DenseLayer.Builder()
              .nIn(workload.in(layer))
              .nOut(workload.out(layer))
              .activation(Activation.RELU)
              .build());
    }
    layers.layer(
        new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
            .nIn(workload.in(last))
            .nOut(workload.out(last))
            .activation(Activation.SOFTMAX)
            .build());
    return new MultiLayerNetwork(layers.build());
  }

  @Override
  public void epoch() {
    shuffle.epoch(this::step);
  }

  private void step(int... indices) {
    network.fit(Nd4j.pullRows(pixels, 1, indices), Nd4j.pullRows(labels, 1, indices));
  }

  @Override
  public double accuracy() {
    Digits test = request.test();
    INDArray told = network.output(matrix(test.pixels(), test.count(), Digits.PIXELS));
    return test.accuracy(told.ravel().toFloatVector());
  }

  @Override
  public void close() {
    network.close();
  }
}
