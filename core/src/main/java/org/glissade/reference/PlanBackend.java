package org.glissade.reference;

import org.glissade.backend.Backend;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;

/**
 * Runs plans in double, step by step, where {@link ReferenceBackend} evaluates the graph. Both give
 * the same bits where a plan is right. It is no choice for users, and no provider offers it.
 */
public final class PlanBackend implements Backend {
  private static final String NAME = "plan";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Session open(SessionOptions options) {
    return new ReferenceSession(NAME + ": step by step in double", options, PlanProgram::new);
  }
}
