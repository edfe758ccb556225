package org.glissade.optim;

import org.glissade.tensor.Tensor;
import org.glissade.transform.StepContext;

/**
 * A number that depends on how many updates were applied before. It is described once and computed
 * once per step, in double. Formulas and edge cases are Optax's, except that an argument which
 * makes no sense is an error here and a constant there.
 */
@FunctionalInterface
public interface Schedule {
  /**
   * Describes the value.
   *
   * @param count of the updates before this one: a scalar, 0 in the first step
   * @return a scalar
   */
  Tensor at(Tensor count);

  /** Describes the value in a step. Only a constant needs more than the step's count. */
  default Tensor in(StepContext step) {
    return at(step.count());
  }

  /** Always the same, unless the user changes it between steps. */
  static Schedule constant(double value) {
    return new ConstantSchedule(value);
  }

  /** initial·factor^⌊t/every⌋. */
  static Schedule step(double initial, double factor, int every) {
    return new ExponentialSchedule(
        initial, factor, every, 0, true, ExponentialSchedule.noEnd(factor));
  }

  /** initial·factor^(t/every). */
  static Schedule exponential(double initial, double factor, int every) {
    return new ExponentialSchedule(
        initial, factor, every, 0, false, ExponentialSchedule.noEnd(factor));
  }

  /** From initial to end within the first steps, along (1 - t/steps)^power. */
  static Schedule polynomial(double initial, double end, int steps, double power) {
    return new PolynomialSchedule(initial, end, steps, power, 0);
  }

  /** From 0 to peak in a line within the warm-up, then to 0 at {@code total} along a cosine. */
  static Schedule cosine(double peak, int warmup, int total) {
    return new CosineSchedule(peak, warmup, total, 0, 0);
  }
}
