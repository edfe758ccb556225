package org.glissade.cpu;

import org.glissade.backend.Availability;
import org.glissade.backend.Backend;
import org.glissade.backend.BackendProvider;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.spi.Spi;

/** Offers the {@link CpuBackend}, which every JVM can run. */
public final class CpuBackendProvider implements BackendProvider {
  @Override
  public String name() {
    return CpuBackend.NAME;
  }

  @Override
  public int spiVersion() {
    return Spi.VERSION;
  }

  @Override
  public String summary() {
    return "pure Java on the CPU: vectors where the JVM offers them, plain loops where not";
  }

  @Override
  public Availability probe() {
    int threads = Runtime.getRuntime().availableProcessors();
    return Availability.available(CpuBackend.found(Kernels.best(), threads));
  }

  @Override
  public int rank() {
    return 100;
  }

  @Override
  public Backend backend() {
    return new CpuBackend();
  }
}
