package org.glissade.nn;

import java.util.Optional;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;

/**
 * -t·log σ(x) - (1 - t)·log(1 - σ(x)) = log(1 + e^x) - t·x, its mean over the outputs of an
 * example, for outputs x before the sigmoid σ and targets t in [0, 1] of the same shape. With m =
 * max(x, 0), log(1 + e^x) = m + log(e^(x-m) + e^-m), so that no finite x overflows; the gradient is
 * σ(x) - t everywhere.
 */
public record BinaryCrossEntropy() implements Loss {
  @Override
  public Tensor perExample(Tensor output, Tensor targets) {
    Tensor wanted = Losses.like(name(), output, targets);
    Tensor m = output.relu().detach();
    Tensor softPlus = output.minus(m).exp().plus(m.negate().exp()).log().plus(m);
    return Losses.meanOfExample(softPlus.minus(wanted.times(output)));
  }

  /** 1 where a single output is above 0, else 0; several outputs are no classes. */
  @Override
  public Optional<Tensor> classes(Tensor output) {
    int examples = output.shape().dim(0);
    return output.shape().size() == examples
        ? Optional.of(output.like(0).lessThan(output).reshape(Shape.of(examples)))
        : Optional.empty();
  }

  @Override
  public String name() {
    return "binary cross-entropy";
  }
}
