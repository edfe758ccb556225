package org.glissade.nn;

import org.glissade.layer.Layer;
import org.glissade.layer.Scope;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;

/** Each example as one row: [n, a, b, …] becomes [n, a·b·…]. */
public record Flatten() implements Layer {
  @Override
  public Tensor apply(Tensor x, Scope scope) {
    int examples = x.shape().dim(0);
    return x.reshape(Shape.of(examples, x.shape().size() / examples));
  }

  @Override
  public String name() {
    return "flatten";
  }
}
