package org.glissade.optim;

import org.glissade.tensor.Tensor;

/** How a schedule gets from one value to the next. */
public enum Curve {
  /** It keeps the value, and jumps. */
  HOLD,
  /** A line. */
  LINE,
  /** Half a cosine. */
  COSINE;

  /** The value between two, x going from 0 to 1. */
  Tensor between(double from, double to, Tensor x) {
    return switch (this) {
      case HOLD -> x.like(from);
      case LINE -> x.times(to - from).plus(from);
      case COSINE -> x.times(Math.PI).cos().plus(1).times((from - to) / 2).plus(to);
    };
  }
}
