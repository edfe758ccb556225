package org.glissade.tensor;

/** The ways in which many numbers become one. Sums accumulate in double. */
public enum ReduceFn {
  /** Σx. */
  SUM(0) {
    @Override
    public double combine(double accumulator, double partial) {
      return accumulator + partial;
    }
  },
  /** Σx², with each square taken in double, so that floats neither overflow nor underflow. */
  SUM_OF_SQUARES(0) {
    @Override
    public double lift(double x) {
      return x * x;
    }

    @Override
    public double combine(double accumulator, double partial) {
      return accumulator + partial;
    }
  },
  /** The largest; NaN if any is NaN. */
  MAX(Double.NEGATIVE_INFINITY) {
    @Override
    public double combine(double accumulator, double partial) {
      return Math.max(accumulator, partial);
    }
  };

  private final double identity;

  ReduceFn(double identity) {
    this.identity = identity;
  }

  /** The result over no numbers. */
  public double identity() {
    return identity;
  }

  /** What one number contributes. */
  public double lift(double x) {
    return x;
  }

  /** The reduction that makes one result of several. */
  public ReduceFn ofResults() {
    return this == SUM_OF_SQUARES ? SUM : this;
  }

  /** Two results made one. */
  public abstract double combine(double accumulator, double partial);
}
