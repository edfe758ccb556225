package org.glissade.tensor;

import org.jspecify.annotations.Nullable;

/**
 * A variable's next value. Every value of a program is computed from what the Store held before the
 * run, whatever the order of the effects.
 *
 * @param target what changes
 * @param value the next value, of the target's space and shape
 * @param when a scalar: where it is 0 the target keeps its value; null means always
 */
public record Effect(Variable target, Tensor value, @Nullable Tensor when) {
  /** Checks that the value fits the target. */
  public Effect {
    if (target.space() != value.space() || !target.shape().equals(value.shape())) {
      throw new ShapeException(
          "%s holds %s %s, but its next value is %s %s"
              .formatted(
                  target.key(), target.space(), target.shape(), value.space(), value.shape()));
    }
  }
}
