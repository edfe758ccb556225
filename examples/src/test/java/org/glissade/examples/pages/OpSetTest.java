package org.glissade.examples.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.glissade.backend.Backend;
import org.glissade.cpu.CpuBackend;
import org.glissade.data.ArrayDataset;
import org.glissade.layer.Layer;
import org.glissade.layer.Scope;
import org.glissade.nn.Dense;
import org.glissade.nn.Initializers;
import org.glissade.nn.Model;
import org.glissade.nn.Relu;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.nn.Trainer;
import org.glissade.optim.ClipByNorm;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.junit.jupiter.api.Test;

/** The layers and the transform of docs/decisions/002-op-set.md, which need no op of their own. */
class OpSetTest {
  private static final int EPOCHS = 40;

  record BatchNorm(double momentum, double epsilon) implements Layer {
    @Override
    public Tensor apply(Tensor x, Scope scope) {
      Shape row = Shape.of(x.shape().last());
      Tensor scale = scope.parameter("scale", row, ones(), Kind.NORM);
      Tensor shift = scope.parameter("shift", row, Initializers.zeros(), Kind.NORM);
      Scope.Buffer means = scope.buffer("mean", row, 0);
      Scope.Buffer variances = scope.buffer("variance", row, 1);
      Tensor mean = means.old();
      Tensor variance = variances.old();
      if (scope.training()) {
        mean = x.mean(0).reshape(row);
        variance = x.minus(mean).square().mean(0).reshape(row);
        means.set(means.old().times(momentum).plus(mean.times(1 - momentum)));
        variances.set(variances.old().times(momentum).plus(variance.times(1 - momentum)));
      }
      return x.minus(mean).dividedBy(variance.plus(epsilon).sqrt()).times(scale).plus(shift);
    }

    private static Initializer ones() {
      return (values, parameter, key) -> Arrays.fill(values, 1);
    }
  }

  record Attention(int width) implements Layer {
    @Override
    public Tensor apply(Tensor x, Scope scope) {
      Tensor query = project("query", x, scope);
      Tensor key = project("key", x, scope);
      Tensor value = project("value", x, scope);
      Tensor scores = query.matmul(key, false, true).times(1 / Math.sqrt(width));
      Tensor row = scores.graph().index(scores.shape(), 0);
      Tensor column = scores.graph().index(scores.shape(), 1);
      Tensor causal = column.atMost(row).select(scores, scores.like(-1e9));
      Tensor weights = causal.minus(causal.max(-1).detach()).exp();
      return weights.dividedBy(weights.sum(-1)).matmul(value);
    }

    private Tensor project(String name, Tensor x, Scope scope) {
      return scope.child(name, Dense.withoutBias(width, Initializers.xavier()), x);
    }
  }

  record Muon(double rate, double momentum) implements GradientTransform {
    @Override
    public Gradients apply(Gradients gradients, StepContext step) {
      State state = step.state("momentum", gradients.zeros());
      Gradients sum = state.set(state.old().times(momentum).plus(gradients));
      Gradients ahead = gradients.plus(sum.times(momentum));
      return ahead
          .map((parameter, g) -> parameter.shape().rank() == 2 ? orthogonal(g) : g)
          .times(rate);
    }

    /** Five Newton-Schulz iterations towards the nearest orthogonal matrix. */
    private static Tensor orthogonal(Tensor g) {
      Tensor x = g.dividedBy(g.square().sum().sqrt().plus(1e-7));
      for (int i = 0; i < 5; i++) {
        Tensor a = x.matmul(x, false, true);
        Tensor b = a.times(-4.7750).plus(a.matmul(a).times(2.0315));
        x = x.times(3.4445).plus(b.matmul(x));
      }
      return x;
    }
  }

  /** The loss of the last epoch of a network of all that is above. */
  private static double train(Backend backend, ArrayDataset data) {
    Layer network =
        Sequential.of(
            new Dense(16), new BatchNorm(0.9, 1e-5), new Relu(), new Attention(8), new Dense(3));
    Model model = new Model(network, Shape.of(5), new SoftmaxCrossEntropy());
    Chain chain = Chain.of(new ClipByNorm(1, Extent.LAYER), new Muon(0.02, 0.9));
    try (Trainer trainer =
        Trainer.of(model, chain).backend(backend).batch(data.size()).epochs(EPOCHS).build()) {
      return trainer.fit(data).epochs().get(EPOCHS - 1).loss();
    }
  }

  @Test
  void aNetworkOfThemLearnsAlikeOnBothBackends() {
    float[][] features = new float[12][5];
    int[] labels = new int[features.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 3;
      for (int j = 0; j < features[i].length; j++) {
        features[i][j] = (float) Math.sin(1.7 * (5 * i + j));
      }
    }
    ArrayDataset data = ArrayDataset.of(features, labels);
    double expected = train(new ReferenceBackend(), data);
    assertTrue(expected < 0.2, () -> "loss " + expected);
    assertEquals(expected, train(new CpuBackend(), data), 1e-3);
  }
}
