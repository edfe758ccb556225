package org.glissade.spi;

import java.util.Locale;

/**
 * What a gradient transform T promises, or needs. g is the gradient that enters, T(g) what leaves,
 * and c any positive number; a promise holds up to rounding, and for equal state.
 */
public enum Trait {
  /** T(c·g) = T(g): the length of the gradient does not matter. */
  SCALE_INVARIANT,
  /** T(c·g) = c·T(g): twice the gradient gives twice the update. */
  SCALE_EQUIVARIANT,
  /** T(T(g)) = T(g): a second application changes nothing. */
  IDEMPOTENT,
  /** T(0) = 0: a zero gradient gives a zero update. */
  ZERO_PRESERVING,
  /**
   * T(g) = k·g with a number k &gt; 0 for each group of its {@code extent} (for all gradients if it
   * has none, for each element if it is element-wise): only lengths change.
   */
  DIRECTION_KEEPING,
  /** No element of T(g) is larger than that of g, or has the other sign. */
  SHORTENING,
  /** Each element of T(g) depends on that element of its inputs alone. */
  ELEMENT_WISE,
  /** Reads the values of the parameters. */
  NEEDS_VALUES,
  /** Reads the loss of the step. */
  NEEDS_LOSS,
  /** Keeps state from step to step, or reads how many steps there were. */
  STATEFUL,
  /** Wraps the rest of the chain: it sees the final update, or decides whether there is one. */
  WRAPPER;

  /** The name as people read it, such as {@code scale-invariant}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
