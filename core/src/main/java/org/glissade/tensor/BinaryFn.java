package org.glissade.tensor;

import java.util.function.DoubleBinaryOperator;

/**
 * The element-wise functions of two arguments. {@link #apply} defines each; comparisons give 1 or
 * 0, with NaN 0.
 */
public enum BinaryFn {
  /** x + y. */
  ADD((x, y) -> x + y, "+"),
  /** x - y. */
  SUBTRACT((x, y) -> x - y, "-"),
  /** x·y. */
  MULTIPLY((x, y) -> x * y, "*"),
  /** x/y. */
  DIVIDE((x, y) -> x / y, "/"),
  /** The larger of the two; NaN if either is. */
  MAXIMUM(Math::max, "max"),
  /** The smaller of the two; NaN if either is. */
  MINIMUM(Math::min, "min"),
  /** x to the power of y. */
  POWER(Math::pow, "pow"),
  /** 1 where x &lt; y. */
  LESS((x, y) -> x < y ? 1 : 0, "<"),
  /** 1 where x ≤ y. */
  LESS_OR_EQUAL((x, y) -> x <= y ? 1 : 0, "<="),
  /** 1 where x = y. */
  EQUAL((x, y) -> x == y ? 1 : 0, "==");

  private final DoubleBinaryOperator definition;
  private final String symbol;

  BinaryFn(DoubleBinaryOperator definition, String symbol) {
    this.definition = definition;
    this.symbol = symbol;
  }

  /** The function's value in double: what every backend approximates. */
  public double apply(double x, double y) {
    return definition.applyAsDouble(x, y);
  }

  /** How a printed plan writes it. */
  public String symbol() {
    return symbol;
  }

  /**
   * Whether it is written between its arguments ({@code x + y}) or before them ({@code max(x, y)}).
   */
  public boolean infix() {
    return !Character.isLetter(symbol.charAt(0));
  }
}
