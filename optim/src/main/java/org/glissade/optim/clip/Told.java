package org.glissade.optim.clip;

import org.glissade.tensor.Space;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/** Reports of norms; none where every element is its own group. */
final class Told {
  private Told() {}

  /** Reports {@code norm}, and {@code acted}, 1 where the norm is above the bound. */
  static void above(StepContext step, Gradients norm, Gradients bound) {
    norm(step, norm);
    acted(step, bound.lessThan(norm));
  }

  /** Reports {@code norm}. */
  static void norm(StepContext step, Gradients norm) {
    report(step, "norm", norm);
  }

  /** Reports {@code acted}. */
  static void acted(StepContext step, Gradients acted) {
    report(step, "acted", acted);
  }

  private static void report(StepContext step, String name, Gradients value) {
    if (value.value().space() != Space.FLAT) {
      step.report(name, value);
    }
  }
}
