package org.glissade.examples.nd4j;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A network of one hidden layer in plain ND4J, with its gradients by hand; Glissade is not seen.
 */
final class Nd4jNetwork {
  private final Map<String, INDArray> parameters = new LinkedHashMap<>();

  Nd4jNetwork(int inputs, int hidden, int classes) {
    Nd4j.getRandom().setSeed(1);
    parameters.put("hidden/weight", normal(inputs, hidden));
    parameters.put("hidden/bias", Nd4j.zeros(DataType.FLOAT, hidden));
    parameters.put("output/weight", normal(hidden, classes));
    parameters.put("output/bias", Nd4j.zeros(DataType.FLOAT, classes));
  }

  /** He initialisation. */
  private static INDArray normal(int inputs, int units) {
    return Nd4j.randn(DataType.FLOAT, inputs, units).mul(Math.sqrt(2.0 / inputs));
  }

  /** The arrays themselves: whoever changes them changes the network. */
  Map<String, INDArray> parameters() {
    return parameters;
  }

  /** The gradients of the mean cross-entropy by the names of the parameters. */
  Map<String, INDArray> gradients(INDArray images, INDArray oneHot) {
    INDArray hidden = hidden(images);
    INDArray output = Transforms.softmax(logits(hidden), true).sub(oneHot).div(images.rows());
    INDArray active = hidden.gt(0).castTo(DataType.FLOAT);
    INDArray back = Nd4j.gemm(output, at("output/weight"), false, true).mul(active);
    return Map.of(
        "hidden/weight", Nd4j.gemm(images, back, true, false),
        "hidden/bias", back.sum(0),
        "output/weight", Nd4j.gemm(hidden, output, true, false),
        "output/bias", output.sum(0));
  }

  /** The share of the images whose class has the largest output. */
  double accuracy(INDArray images, INDArray oneHot) {
    INDArray found = logits(hidden(images)).argMax(1);
    return found.eq(oneHot.argMax(1)).castTo(DataType.FLOAT).meanNumber().doubleValue();
  }

  private INDArray hidden(INDArray images) {
    INDArray sum = images.mmul(at("hidden/weight")).addiRowVector(at("hidden/bias"));
    return Transforms.relu(sum, false);
  }

  private INDArray logits(INDArray hidden) {
    return hidden.mmul(at("output/weight")).addiRowVector(at("output/bias"));
  }

  private INDArray at(String path) {
    return java.util.Objects.requireNonNull(parameters.get(path));
  }
}
