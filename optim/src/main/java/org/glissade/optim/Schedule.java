package org.glissade.optim;

import java.util.List;
import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.StepContext;

/**
 * A number that depends on how many updates were applied before: a learning rate, or any other
 * setting of a transform. It is described once and computed once per step, in double. Formulas and
 * edge cases are Optax's unless said, except that an argument which makes no sense is an error here
 * and a constant there.
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

  /**
   * Describes the value in a step. A constant is then a setting of the program, which the user may
   * change between steps without a new plan.
   *
   * @param setting what the number is called, such as {@code rate}; names the setting of a constant
   *     and the states of a schedule that has any
   */
  default Tensor in(StepContext step, String setting) {
    return at(step.count());
  }

  /** Where its values lie, if that is known; settings check it against their own range. */
  default Optional<Range> values() {
    return Optional.empty();
  }

  /** The same, and where the user may change it between steps, only to what is in a range. */
  default Schedule within(Range range) {
    return this;
  }

  /** Always the same, unless the user changes it between steps. */
  static Schedule constant(double value) {
    return new ConstantSchedule(value, true, Range.anyOrInfinite());
  }

  /** Always the same: a number of the plan, which only another plan changes. */
  static Schedule fixed(double value) {
    return new ConstantSchedule(value, false, Range.anyOrInfinite());
  }

  /** Whether it is always 0, so that what it belongs to can be left out. */
  default boolean isZero() {
    return this instanceof ConstantSchedule constant && constant.value() == 0;
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

  /** A line from initial to end within the first steps. */
  static Schedule linear(double initial, double end, int steps) {
    return polynomial(initial, end, steps, 1);
  }

  /** From initial to end within the first steps, along (1 - t/steps)^power. */
  static Schedule polynomial(double initial, double end, int steps, double power) {
    return new PolynomialSchedule(initial, end, steps, power, 0, false);
  }

  /** From 0 to peak in a line within the warm-up, then to 0 at {@code total} along a cosine. */
  static Schedule cosine(double peak, int warmup, int total) {
    return new CosineSchedule(peak, warmup, total, 0, 0, 1);
  }

  /** initial, multiplied by a factor once t has reached each of the steps. */
  static Schedule multiStep(double initial, double factor, List<Integer> at) {
    return PointsSchedule.multiStep(initial, factor, at);
  }

  /** One schedule after another, each counting from 0 at the step at which it begins. */
  static Schedule join(List<Schedule> parts, List<Integer> at) {
    return new JoinedSchedule(parts, at);
  }

  /** This schedule with t counted in epochs of so many updates: it changes only between them. */
  default Schedule byEpoch(int updates) {
    return new EpochSchedule(this, updates);
  }
}
