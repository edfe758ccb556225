package org.glissade.nn;

import org.glissade.tensor.Tensor;

/** The mean of (x - t)² over the outputs of an example. Targets have the shape of the outputs. */
public record MeanSquaredError() implements Loss {
  @Override
  public Tensor perExample(Tensor output, Tensor targets) {
    Tensor wanted = Losses.like(name(), output, targets);
    return Losses.meanOfExample(output.minus(wanted).square());
  }

  @Override
  public String name() {
    return "mean squared error";
  }
}
