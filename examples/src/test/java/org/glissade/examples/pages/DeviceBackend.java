package org.glissade.examples.pages;

import org.glissade.backend.Backend;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.reference.ReferenceBackend;

/** Stands for somebody's own backend. */
final class DeviceBackend implements Backend {
  private final Backend inner = new ReferenceBackend();

  @Override
  public String name() {
    return "acme:device";
  }

  @Override
  public Session open(SessionOptions options) {
    return new DeviceSession(inner.open(options));
  }
}
