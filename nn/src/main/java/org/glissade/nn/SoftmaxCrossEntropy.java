package org.glissade.nn;

import java.util.Optional;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;

/**
 * -log softmax(x)ₜ = log Σⱼ e^xⱼ - xₜ for outputs x of shape [n, classes] and class labels t of
 * shape [n], with the maximum taken out so that no finite x overflows. Its gradient is softmax(x) -
 * onehot(t).
 */
public record SoftmaxCrossEntropy() implements Loss {
  @Override
  public Tensor perExample(Tensor output, Tensor targets) {
    Tensor labels = Losses.column(name(), "one label", output, targets);
    Tensor largest = output.max(-1).detach();
    Tensor logSum = output.minus(largest).exp().sum(-1).log().plus(largest);
    Tensor hit = output.graph().index(output.shape(), -1).equalTo(labels);
    Tensor chosen = hit.select(output, output.like(0)).sum(-1);
    return logSum.minus(chosen).reshape(Shape.of(output.shape().dim(0)));
  }

  @Override
  public Optional<Tensor> classes(Tensor output) {
    return Optional.of(output.argMax().reshape(Shape.of(output.shape().dim(0))));
  }

  @Override
  public String name() {
    return "softmax cross-entropy";
  }
}
