package org.glissade.nn;

import org.glissade.layer.Layer;
import org.glissade.layer.Scope;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * x·W + b: every output depends on every input. [n, in] becomes [n, units]; W has shape [in,
 * units], b has shape [units], and the columns of W are its units.
 *
 * @param units outputs of one example
 * @param weights first values of W
 * @param biases first values of b; null for no b
 */
public record Dense(int units, Initializer weights, @Nullable Initializer biases) implements Layer {
  /** Checks the number of units. */
  public Dense {
    if (units < 1) {
      throw new IllegalArgumentException("dense: units must be at least 1, but was " + units);
    }
  }

  /** He's weights and biases of 0. */
  public Dense(int units) {
    this(units, Initializers.he());
  }

  /** These weights and biases of 0. */
  public Dense(int units, Initializer weights) {
    this(units, weights, Initializers.zeros());
  }

  /** x·W. */
  public static Dense withoutBias(int units, Initializer weights) {
    return new Dense(units, weights, null);
  }

  @Override
  public Tensor apply(Tensor x, Scope scope) {
    Shape shape = Shape.of(x.shape().last(), units);
    Tensor weight = scope.parameter("weight", shape, weights, Kind.WEIGHT, 1);
    Tensor product = x.matmul(weight);
    return biases == null
        ? product
        : product.plus(scope.parameter("bias", Shape.of(units), biases, Kind.BIAS, 0));
  }

  @Override
  public String name() {
    return "dense";
  }
}
