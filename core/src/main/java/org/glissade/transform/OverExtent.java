package org.glissade.transform;

import org.glissade.tensor.Extent;

/**
 * A transform that says over what it takes its norms, so that a chain of transforms that were made
 * in Java can be read like one that was read from text. A record with a component {@code extent}
 * need only name this interface.
 */
public interface OverExtent {
  /** Over what norms are taken. */
  Extent extent();
}
