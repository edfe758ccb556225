package org.glissade.testkit.backend;

import org.glissade.tensor.DType;

/** How far a result may lie from the reference: units in the last place of its largest element. */
public enum Accuracy {
  /** Not at all. */
  EXACT("equal") {
    @Override
    double tolerance(DType type, double largest) {
      return 0;
    }
  },
  /** One op on what the host gave: 4 float ulp, or 1e-12 of what is kept in double. */
  ONE_OP("4 ulp of the largest element; in double 1e-12 of it") {
    @Override
    double tolerance(DType type, double largest) {
      return type == DType.F64 ? 1e-12 * largest : 4 * Math.ulp((float) largest);
    }
  },
  /**
   * A few ops one after another, the results of each rounded to float; or one sum of hundreds of
   * products in float, whose error grows with the root of their number.
   */
  FEW_OPS("16 ulp of the largest element") {
    @Override
    double tolerance(DType type, double largest) {
      return 16 * Math.ulp((float) largest);
    }
  },
  /** A whole training step from equal state. */
  ONE_STEP("1e-5 of the largest element") {
    @Override
    double tolerance(DType type, double largest) {
      return Math.max(1e-5 * largest, Float.MIN_VALUE);
    }
  };

  private final String text;

  Accuracy(String text) {
    this.text = text;
  }

  /**
   * The largest difference allowed.
   *
   * @param type of the result
   * @param largest the largest finite magnitude in the tensor
   */
  abstract double tolerance(DType type, double largest);

  /** For messages. */
  @Override
  public String toString() {
    return text;
  }
}
