package org.glissade.cuda.code;

/** Numbers as C++ writes them, exact to the bit and the same from every JDK. */
final class Literal {
  private static final double PLAIN = 1e6;

  private Literal() {}

  /** A float, rounded as Java rounds. */
  static String ofFloat(double value) {
    float number = (float) value;
    if (Float.isNaN(number)) {
      return "NAN_F";
    }
    if (Float.isInfinite(number)) {
      return number > 0 ? "INF_F" : "(-INF_F)";
    }
    return parenthesized(plain(number) ? (int) number + ".0f" : Float.toHexString(number) + "f");
  }

  /** A double. */
  static String ofDouble(double value) {
    if (Double.isNaN(value)) {
      return "NAN_D";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "INF_D" : "(-INF_D)";
    }
    return parenthesized(plain(value) ? (int) value + ".0" : Double.toHexString(value));
  }

  private static boolean plain(double value) {
    return value == Math.rint(value)
        && Math.abs(value) < PLAIN
        && Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(-0.0);
  }

  private static String parenthesized(String text) {
    return text.charAt(0) == '-' ? "(" + text + ")" : text;
  }
}
