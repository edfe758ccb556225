package org.glissade.nd4j;

import org.glissade.backend.Availability;
import org.glissade.backend.Backend;
import org.glissade.backend.BackendProvider;
import org.glissade.spi.Spi;

/** Offers the {@link Nd4jBackend} where ND4J and its native libraries are on the class path. */
public final class Nd4jBackendProvider implements BackendProvider {
  @Override
  public String name() {
    return Nd4jBackend.NAME;
  }

  @Override
  public int spiVersion() {
    return Spi.VERSION;
  }

  @Override
  public String summary() {
    return "runs every op through ND4J; for comparison, and beside DL4J programs";
  }

  @Override
  public Availability probe() {
    return Nd4jLibrary.load().probe();
  }

  /** Below cpu, which is faster, and above reference. */
  @Override
  public int rank() {
    return 50;
  }

  @Override
  public Backend backend() {
    return new Nd4jBackend();
  }
}
