package org.glissade.cuda;

import org.glissade.backend.Availability;
import org.glissade.backend.Backend;
import org.glissade.backend.BackendProvider;
import org.glissade.cuda.driver.BytedecoCuda;
import org.glissade.spi.Spi;

/** Offers the {@link CudaBackend} where there is a driver, a device and CUDA's libraries. */
public final class CudaBackendProvider implements BackendProvider {
  @Override
  public String name() {
    return CudaBackend.NAME;
  }

  @Override
  public int spiVersion() {
    return Spi.VERSION;
  }

  @Override
  public String summary() {
    return "an NVIDIA GPU: fused kernels generated for the device, a step is one graph launch";
  }

  @Override
  public Availability probe() {
    return new BytedecoCuda().probe();
  }

  @Override
  public int rank() {
    return 200;
  }

  @Override
  public Backend backend() {
    return new CudaBackend();
  }
}
