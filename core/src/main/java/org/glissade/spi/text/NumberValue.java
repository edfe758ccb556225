package org.glissade.spi.text;

/**
 * A finite number, kept as it is written: {@code 1.0} and {@code 1} are different texts of one
 * value.
 *
 * @param literal its digits, such as {@code -1.5e-3}
 * @param position where it begins
 */
public record NumberValue(String literal, Position position) implements Value {
  /**
   * @throws IllegalArgumentException if the literal is not a number or exceeds the range of double
   */
  public NumberValue {
    if (!Syntax.isNumber(literal)) {
      throw new IllegalArgumentException(
          "'" + literal + "' is not a number; write one as 0.5, 100 or 1e-3");
    }
    if (Double.isInfinite(Double.parseDouble(literal))) {
      throw new IllegalArgumentException("'" + literal + "' is beyond the range of a number");
    }
  }

  /** The shortest text of a finite double that reads back as the same double. */
  public static NumberValue of(double value) {
    return new NumberValue(Double.toString(value), Position.NONE);
  }

  /** The digits of an integer. */
  public static NumberValue of(int value) {
    return new NumberValue(Integer.toString(value), Position.NONE);
  }

  /** The double nearest to the literal. */
  public double value() {
    return Double.parseDouble(literal);
  }

  @Override
  public String print() {
    return literal;
  }
}
