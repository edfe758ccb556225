package org.glissade.optim.constraint;

import org.glissade.transform.Gradients;

/**
 * The threshold τ of projections onto the simplex: above it each group has the sum s, Σ max(x - τ,
 * 0) = s. It is found by Newton's iteration from below (Michelot, J. Optim. Theory Appl. 50, 1986),
 * which ends exactly after finitely many steps, mostly fewer than ten. Here the steps are so many
 * in every case: after them the sum of n elements is off by at most s·n²/4^{@value #STEPS}, which
 * is 10⁻⁶·s for n = 1000. Each step is a reduction of its own.
 */
final class Threshold {
  static final int STEPS = 20;

  private Threshold() {}

  /**
   * τ of each group of the extent of x, which is not ELEMENT.
   *
   * @param sum s, above 0: one number, or one for each group
   */
  static Gradients of(Gradients x, Gradients sum) {
    Gradients even = x.sum().minus(sum).dividedBy(x.sizes());
    Gradients threshold = even.maximum(x.max().minus(sum));
    for (int i = 0; i < STEPS; i++) {
      Gradients below = x.lessThan(threshold);
      Gradients rest = below.select(x.zeros(), x).sum().minus(sum);
      threshold = rest.dividedBy(x.sizes().minus(below.sum()).maximum(1));
    }
    return threshold;
  }

  /**
   * The updates of elements that go to p - u - τ, where these have the sum s: u + τ as (u - mean of
   * u) + (mean of p - s/k), which loses no digits where u and p are of different size.
   *
   * @param taken 1 for each of these elements, else 0
   */
  static Gradients update(Gradients u, Gradients p, Gradients taken, Gradients sum) {
    Gradients count = taken.sum().maximum(1);
    return u.minus(mean(u, taken, count)).plus(mean(p, taken, count).minus(sum.dividedBy(count)));
  }

  private static Gradients mean(Gradients x, Gradients taken, Gradients count) {
    return taken.select(x, x.zeros()).sum().dividedBy(count);
  }
}
