package org.glissade.cpu;

import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.UnaryFn;

/**
 * Functions of columns in double. Those that transforms use most have a loop of their own; the
 * others ask the definition for each number, which takes a call that is not inlined.
 */
final class Columns {
  private Columns() {}

  static void apply(UnaryFn fn, double[] x, double[] out, int n) {
    switch (fn) {
      case SQRT -> {
        for (int g = 0; g < n; g++) {
          out[g] = Math.sqrt(x[g]);
        }
      }
      case RECIPROCAL_OR_ZERO -> {
        for (int g = 0; g < n; g++) {
          out[g] = x[g] == 0 ? 0 : 1 / x[g];
        }
      }
      default -> {
        for (int g = 0; g < n; g++) {
          out[g] = fn.apply(x[g]);
        }
      }
    }
  }

  static void apply(BinaryFn fn, double[] x, double[] y, double[] out, int n) {
    switch (fn) {
      case MULTIPLY -> {
        for (int g = 0; g < n; g++) {
          out[g] = x[g] * y[g];
        }
      }
      case ADD -> {
        for (int g = 0; g < n; g++) {
          out[g] = x[g] + y[g];
        }
      }
      case MAXIMUM -> {
        for (int g = 0; g < n; g++) {
          out[g] = Math.max(x[g], y[g]);
        }
      }
      case MINIMUM -> {
        for (int g = 0; g < n; g++) {
          out[g] = Math.min(x[g], y[g]);
        }
      }
      default -> {
        for (int g = 0; g < n; g++) {
          out[g] = fn.apply(x[g], y[g]);
        }
      }
    }
  }

  static void select(double[] condition, double[] yes, double[] no, double[] out, int n) {
    for (int g = 0; g < n; g++) {
      out[g] = condition[g] != 0 ? yes[g] : no[g];
    }
  }
}
