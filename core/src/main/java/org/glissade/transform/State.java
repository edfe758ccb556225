package org.glissade.transform;

import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;

/**
 * What a transform remembers from one step to the next. Read it with {@link #old} and give it its
 * next value exactly once with {@link #set}.
 */
public final class State {
  private final Gradients old;
  private final NextValue next;

  State(Gradients old, NextValue next) {
    this.old = old;
    this.next = next;
  }

  /** The value before this step. */
  public Gradients old() {
    return old;
  }

  /** Gives the value for the next step and returns it. */
  public Gradients set(Gradients value) {
    Tensor given = value.to(old.granularity());
    if (old.members().count() < old.layout().parameters().size() && given.space() == Space.FLAT) {
      given = given.route(old.layout(), old.members(), old.value());
    }
    next.set(given);
    return value;
  }
}
