package org.glissade.optim.clip;

import org.glissade.tensor.Space;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/** Makes gradients shorter, and tells where. */
final class Shorten {
  private Shorten() {}

  /**
   * g·c/max(size, c): what is larger than the bound c gets its size. Reports {@code norm}, the size
   * before, and {@code acted}, 1 where it was above c, unless every element is its own group.
   *
   * @param size of each group of the gradients' extent, which grows in proportion to them; |g|
   *     where every element is its own group
   * @param bound c, at least 0; 0 makes all 0
   */
  static Gradients toBound(Gradients gradients, Gradients size, Gradients bound, StepContext step) {
    if (perElement(size)) {
      return gradients.maximum(bound.negate()).minimum(bound);
    }
    step.report("norm", size);
    step.report("acted", bound.lessThan(size));
    Gradients largest = size.maximum(bound).maximum(Double.MIN_VALUE);
    return gradients.times(bound.dividedBy(largest));
  }

  /** α·g/(‖g‖ + γ). Reports {@code norm}, ‖g‖, unless every element is its own group. */
  static Gradients smoothly(
      Gradients gradients, Gradients alpha, Gradients gamma, StepContext step) {
    Gradients norm = gradients.norm();
    if (!perElement(norm)) {
      step.report("norm", norm);
    }
    return gradients.times(norm.plus(gamma).reciprocalOrZero()).times(alpha);
  }

  /** Whether values have no groups to report. */
  static boolean perElement(Gradients values) {
    return values.value().space() == Space.FLAT;
  }
}
