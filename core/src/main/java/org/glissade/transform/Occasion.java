package org.glissade.transform;

import org.glissade.tensor.Effect;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.jspecify.annotations.Nullable;

/**
 * When what is remembered changes, and when it begins anew. Conditions are scalars, 0 or 1.
 *
 * @param holds where it is 0 everything keeps its value; null means always
 * @param restart where it is not 0 everything gets its first value; null means never
 * @param around what must hold for a restart; null means always
 */
record Occasion(@Nullable Tensor holds, @Nullable Tensor restart, @Nullable Tensor around) {
  /** In every step, never anew. */
  static final Occasion ALWAYS = new Occasion(null, null, null);

  /** Under one more condition. */
  Occasion when(Tensor condition) {
    return new Occasion(both(condition), restart, around);
  }

  /** Anew in one more case. */
  Occasion restarting(Tensor due) {
    return restart == null
        ? new Occasion(holds, due, holds)
        : new Occasion(holds, restart.maximum(both(due)), around);
  }

  private Tensor both(Tensor condition) {
    return holds == null ? condition : holds.times(condition);
  }

  /** The next value of a variable. */
  Effect effect(Variable variable, Tensor old, Tensor first, Tensor next) {
    if (restart == null) {
      return new Effect(variable, next, holds);
    }
    Tensor kept = holds == null || holds == around ? next : holds.select(next, old);
    return new Effect(variable, restart.select(first, kept), around);
  }
}
