package org.glissade.transform;

import org.glissade.tensor.Effect;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What a transform remembers from one step to the next. Read it with {@link #old} and give it its
 * next value exactly once with {@link #set}.
 */
public final class State {
  private final Variable variable;
  private final Gradients old;
  private final @Nullable Tensor when;
  private @Nullable Effect effect;

  State(Variable variable, Gradients old, @Nullable Tensor when) {
    this.variable = variable;
    this.old = old;
    this.when = when;
  }

  /** The value before this step. */
  public Gradients old() {
    return old;
  }

  /** Gives the value for the next step and returns it. */
  public Gradients set(Gradients next) {
    if (effect != null) {
      throw new IllegalStateException(
          "State %s was set twice: a state has one next value per step".formatted(variable.key()));
    }
    Tensor value = next.to(old.granularity());
    if (old.members().count() < old.layout().parameters().size()
        && value.space() == org.glissade.tensor.Space.FLAT) {
      value = value.route(old.layout(), old.members(), old.value());
    }
    effect = new Effect(variable, value, when);
    return next;
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
