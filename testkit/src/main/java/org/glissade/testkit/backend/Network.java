package org.glissade.testkit.backend;

import org.glissade.layer.Layer;
import org.glissade.layer.Scope;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;

/** A small network of dense layers, as any layer library would describe one. */
final class Network {
  private Network() {}

  static Layer dense(int units) {
    return (x, scope) -> {
      Shape shape = Shape.of(x.shape().last(), units);
      double spread = Math.sqrt(2.0 / x.shape().last());
      Tensor weight = scope.parameter("weight", shape, Parameters.UNIFORM, Kind.WEIGHT, 1);
      Tensor bias = scope.parameter("bias", Shape.of(units), Parameters.UNIFORM, Kind.BIAS, 0);
      return x.matmul(weight.times(spread)).plus(bias.times(0.25));
    };
  }

  /** Half of the numbers dropped, new ones in each step, and a running mean of the rest. */
  static Tensor dropout(Tensor x, Scope scope) {
    Tensor kept = scope.random("mask", Distribution.UNIFORM, x.shape()).lessThan(x.like(0.5));
    Tensor y = kept.times(x).times(2);
    Scope.Buffer mean = scope.buffer("mean", Shape.of(1, x.shape().last()), 0);
    mean.set(mean.old().times(0.9).plus(y.mean(0).times(0.1)));
    return scope.training() ? y : x.plus(mean.old().times(0.01));
  }

  /** Logits of classes. */
  static Tensor logits(Tensor x, Scope scope, int... units) {
    Tensor h = x;
    for (int i = 0; i < units.length; i++) {
      h = scope.child("dense-" + (i + 1), dense(units[i]), h);
      if (i + 1 < units.length) {
        h = i == 0 ? scope.child("dropout", Network::dropout, h.relu()) : h.tanh();
      }
    }
    return h;
  }

  /** Softmax cross-entropy of labels of shape [n, 1], a loss per example. */
  static Tensor crossEntropy(Tensor logits, Tensor labels) {
    Tensor max = logits.max(1).detach();
    Tensor total = logits.minus(max).exp().sum(1).log().plus(max);
    Tensor hit = logits.graph().index(logits.shape(), 1).equalTo(labels);
    return total.minus(hit.select(logits, logits.like(0)).sum(1));
  }
}
