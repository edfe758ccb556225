package org.glissade.reference;

import org.glissade.backend.Availability;
import org.glissade.backend.Backend;
import org.glissade.backend.BackendProvider;
import org.glissade.spi.Spi;

/** Offers the {@link ReferenceBackend}: always available, and taken only where nothing else is. */
public final class ReferenceBackendProvider implements BackendProvider {
  @Override
  public String name() {
    return ReferenceBackend.NAME;
  }

  @Override
  public int spiVersion() {
    return Spi.VERSION;
  }

  @Override
  public String summary() {
    return "interprets every op as it is defined, in double; slow, for comparison";
  }

  @Override
  public Availability probe() {
    return Availability.available(ReferenceBackend.FOUND);
  }

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public Backend backend() {
    return new ReferenceBackend();
  }
}
