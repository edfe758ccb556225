package org.glissade.examples.pages;

import java.nio.file.Files;
import java.nio.file.Path;
import org.glissade.backend.Availability;
import org.glissade.backend.Backend;
import org.glissade.backend.BackendProvider;
import org.glissade.spi.Spi;

/** Offers a backend for a device that few machines have. */
public final class DeviceBackendProvider implements BackendProvider {
  @Override
  public String name() {
    return "acme:device";
  }

  @Override
  public int spiVersion() {
    return Spi.VERSION;
  }

  @Override
  public String summary() {
    return "computes on the Acme device";
  }

  @Override
  public Availability probe() {
    return Files.exists(Path.of("/dev/acme0"))
        ? Availability.available("Acme device 0")
        : Availability.unavailable("there is no /dev/acme0", "install the driver, or use cpu");
  }

  @Override
  public int rank() {
    return 200;
  }

  @Override
  public Backend backend() {
    return new DeviceBackend();
  }
}
