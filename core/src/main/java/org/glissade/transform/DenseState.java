package org.glissade.transform;

import org.glissade.tensor.Tensor;

/**
 * A {@link State} of a shape of its own, such as the row means of one matrix: for what {@link
 * Gradients#map} computes.
 */
public final class DenseState {
  private final Tensor old;
  private final NextValue next;

  DenseState(Tensor old, NextValue next) {
    this.old = old;
    this.next = next;
  }

  /** The value before this step. */
  public Tensor old() {
    return old;
  }

  /** Gives the value for the next step, of the same shape, and returns it. */
  public Tensor set(Tensor value) {
    next.set(value);
    return value;
  }
}
