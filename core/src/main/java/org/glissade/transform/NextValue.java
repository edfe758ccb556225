package org.glissade.transform;

import org.glissade.tensor.Effect;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.jspecify.annotations.Nullable;

/** The next value of a variable: given exactly once per description, where a condition holds. */
final class NextValue {
  private final Variable variable;
  private final @Nullable Tensor when;
  private @Nullable Effect effect;

  NextValue(Variable variable, @Nullable Tensor when) {
    this.variable = variable;
    this.when = when;
  }

  void set(Tensor next) {
    if (effect != null) {
      throw new IllegalStateException(
          "State %s was set twice: a state has one next value per step".formatted(variable.key()));
    }
    effect = new Effect(variable, next, when);
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
