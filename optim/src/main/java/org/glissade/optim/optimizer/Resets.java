package org.glissade.optim.optimizer;

import org.glissade.tensor.Tensor;
import org.glissade.transform.Gradients;

/** Means that begin anew every so many steps. */
final class Resets {
  private Resets() {}

  /** How many steps ago the last reset was: 0 in the step of one; t before the first. */
  static Tensor age(Tensor t, int every) {
    return t.minus(t.dividedBy(every).floor().times(every));
  }

  /** What a mean was, and 0 in the step of a reset. */
  static Gradients renewed(Gradients old, Tensor age) {
    return old.scalar(age).select(old, old.zeros());
  }
}
