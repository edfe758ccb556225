package org.glissade.optim.constraint;

import org.glissade.tensor.Extent;
import org.glissade.transform.Gradients;

/**
 * What is left of each group above a threshold τ that makes its sum s: x ↦ max(x - τ, 0), the
 * projection onto the simplex. τ is found by Newton's iteration from below (Michelot, J. Optim.
 * Theory Appl. 50, 1986), which ends exactly after finitely many steps, mostly fewer than ten. Here
 * the steps are so many in every case: after them the sum of n elements is off by at most
 * s·n²/4^{@value #STEPS}, which is 10⁻⁶·s for n = 1000. Each step is a reduction of its own.
 */
final class Threshold {
  static final int STEPS = 20;

  private Threshold() {}

  /**
   * max(x - τ, 0) over each group of the extent of x.
   *
   * @param sum s, above 0: one number, or one for each group
   */
  static Gradients above(Gradients x, Gradients sum) {
    if (x.extent() == Extent.ELEMENT) {
      return x.zeros().plus(sum);
    }
    Gradients below = x.minus(x.max());
    Gradients even = below.sum().minus(sum).dividedBy(below.sizes());
    Gradients threshold = even.maximum(sum.negate());
    for (int i = 0; i < STEPS; i++) {
      Gradients taken = threshold.lessThan(below);
      Gradients rest = taken.select(below, below.zeros()).sum().minus(sum);
      threshold = rest.dividedBy(taken.sum().maximum(1));
    }
    return below.minus(threshold).maximum(0);
  }
}
