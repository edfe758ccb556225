package org.glissade.cuda.code;

import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.DType;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.UnaryFn;

/** Functions as C++ calls them. */
final class Functions {
  private Functions() {}

  /** A type of C++. */
  static String type(DType type) {
    return switch (type) {
      case F32 -> "float";
      case F64 -> "double";
      case I32 -> "int";
      case U8 -> "unsigned char";
    };
  }

  /** A function of one operand, in float or double. */
  static String unary(UnaryFn fn, String x, boolean isFloat) {
    String f = isFloat ? "f" : "";
    return switch (fn) {
      case NEGATE -> "-" + x;
      case ABS -> "fabs" + f + "(" + x + ")";
      case SIGN -> "sign(" + x + ")";
      case SQUARE -> x + " * " + x;
      case SQRT -> "sqrt" + f + "(" + x + ")";
      case RECIPROCAL_OR_ZERO -> "reciprocal_or_zero(" + x + ")";
      case EXP -> "exp" + f + "(" + x + ")";
      case LOG -> "log" + f + "(" + x + ")";
      case TANH -> "tanh" + f + "(" + x + ")";
      case SIGMOID -> "sigmoid(" + x + ")";
      case ERF -> "erf" + f + "(" + x + ")";
      case RELU -> "relu(" + x + ")";
      case COS -> "cos" + f + "(" + x + ")";
      case FLOOR -> "floor" + f + "(" + x + ")";
      case IS_FINITE -> "is_finite(" + x + ")";
      case DETACH -> x;
    };
  }

  /** A function of two operands, in float or double. */
  static String binary(BinaryFn fn, String x, String y, boolean isFloat) {
    String type = isFloat ? "float" : "double";
    return switch (fn) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> x + " " + fn.symbol() + " " + y;
      case MAXIMUM -> "larger<" + type + ">(" + x + ", " + y + ")";
      case MINIMUM -> "smaller<" + type + ">(" + x + ", " + y + ")";
      case POWER -> "power(" + x + ", " + y + ")";
      case LESS, LESS_OR_EQUAL, EQUAL -> "(" + type + ")(" + x + " " + fn.symbol() + " " + y + ")";
    };
  }

  /** How two results of a reduction become one. */
  static String joiner(ReduceFn fn) {
    return fn == ReduceFn.MAX ? "Larger" : "Add";
  }

  /** A result and one more element, as a double. */
  static String accumulate(ReduceFn fn, String sum, String x) {
    String element = "(double)" + x;
    return switch (fn) {
      case SUM -> sum + " + " + element;
      case SUM_OF_SQUARES -> sum + " + " + element + " * " + element;
      case MAX -> "larger<double>(" + sum + ", " + element + ")";
    };
  }

  /** The result over nothing. */
  static String identity(ReduceFn fn) {
    return Literal.ofDouble(fn.identity());
  }
}
