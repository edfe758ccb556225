package org.glissade.reference;

import org.glissade.backend.Backend;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;

/**
 * Interprets programs in double on the calling thread, whatever number of threads is asked for. It
 * is slow and allocates in every step: it is there to be right.
 */
public final class ReferenceBackend implements Backend {
  /** The name by which users choose it. */
  public static final String NAME = "reference";

  static final String FOUND = "interpreter in double";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Session open(SessionOptions options) {
    return new ReferenceSession(NAME + ": " + FOUND, options, ReferenceProgram::new);
  }
}
