package org.glissade.tensor;

/**
 * Shapes that do not fit each other. The message names the layer, both shapes and what to change.
 */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With a message in one line. */
  public ShapeException(String message) {
    super(message);
  }
}
