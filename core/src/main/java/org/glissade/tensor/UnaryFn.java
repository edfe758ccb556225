package org.glissade.tensor;

import java.util.function.DoubleUnaryOperator;

/**
 * The element-wise functions of one argument. {@link #apply} defines each of them; NaN gives NaN
 * unless said.
 */
public enum UnaryFn {
  /** -x. */
  NEGATE(x -> -x),
  /** |x|. */
  ABS(Math::abs),
  /** -1, 0 or 1. */
  SIGN(Math::signum),
  /** x². */
  SQUARE(x -> x * x),
  /** √x. */
  SQRT(Math::sqrt),
  /** 1/x, and 0 where x is 0. */
  RECIPROCAL_OR_ZERO(x -> x == 0 ? 0 : 1 / x),
  /** e^x. */
  EXP(Math::exp),
  /** The natural logarithm. */
  LOG(Math::log),
  /** The hyperbolic tangent. */
  TANH(Math::tanh),
  /** 1/(1 + e^-x). */
  SIGMOID(x -> x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
  /** The error function, 2/√π ∫₀ˣ e^(-t²) dt. */
  ERF(Erf::erf),
  /** max(x, 0). */
  RELU(x -> x > 0 || Double.isNaN(x) ? x : 0),
  /** The cosine of x radians. */
  COS(Math::cos),
  /** The largest integer that is not above x. */
  FLOOR(Math::floor),
  /** 1 where x is neither infinite nor NaN, else 0. */
  IS_FINITE(x -> Double.isFinite(x) ? 1 : 0),
  /** x itself, through which no gradient flows. */
  DETACH(x -> x);

  private final DoubleUnaryOperator definition;

  UnaryFn(DoubleUnaryOperator definition) {
    this.definition = definition;
  }

  /** The function's value in double: what every backend approximates. */
  public double apply(double x) {
    return definition.applyAsDouble(x);
  }
}
