package org.glissade.transform;

import org.glissade.tensor.Effect;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.jspecify.annotations.Nullable;

/** The next value of a variable: given exactly once per description. */
final class NextValue {
  private final Variable variable;
  private final Tensor old;
  private final Tensor first;
  private final Occasion occasion;
  private @Nullable Effect effect;

  NextValue(Variable variable, Tensor old, Tensor first, Occasion occasion) {
    this.variable = variable;
    this.old = old;
    this.first = first;
    this.occasion = occasion;
  }

  /** The value before the step. */
  Tensor old() {
    return old;
  }

  void set(Tensor next) {
    if (effect != null) {
      throw new IllegalStateException(
          "State %s was set twice: a state has one next value per step".formatted(variable.key()));
    }
    effect = occasion.effect(variable, old, first, next);
  }

  Effect effect() {
    if (effect == null) {
      throw new IllegalStateException(
          "State %s was never set: call set(next), or set(old()) to keep it"
              .formatted(variable.key()));
    }
    return effect;
  }
}
