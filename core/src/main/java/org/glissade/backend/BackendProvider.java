package org.glissade.backend;

import org.glissade.spi.Provider;

/**
 * Offers a backend by name. A provider is inert: it touches nothing of the machine until it is
 * asked.
 */
public interface BackendProvider extends Provider {
  /** Looks whether the backend can run here. Cheap; never throws. */
  Availability probe();

  /**
   * Among those available, {@code auto} takes the one with the highest rank; the reference backend
   * has 0, the cpu backend 100.
   */
  int rank();

  /** The backend. Called only where {@link #probe} answered that it is available. */
  Backend backend();
}
