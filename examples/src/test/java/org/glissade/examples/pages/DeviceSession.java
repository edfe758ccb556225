package org.glissade.examples.pages;

import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.Store;
import org.glissade.data.Field;
import org.glissade.plan.Plan;

/**
 * A session on the device that somebody's own backend stands for.
 *
 * @param inner what computes in its stead
 */
record DeviceSession(Session inner) implements Session {
  @Override
  public String description() {
    return "acme:device: in the words of " + inner.description();
  }

  @Override
  public Store store() {
    return inner.store();
  }

  @Override
  public void bind(String input, Field data) {
    inner.bind(input, data);
  }

  @Override
  public Program compile(Plan plan) {
    return inner.compile(plan);
  }

  @Override
  public void close() {
    inner.close();
  }
}
