package org.glissade.cuda;

import org.glissade.backend.Backend;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cuda.driver.BytedecoCuda;
import org.glissade.cuda.driver.Cuda;

/**
 * Runs plans on the first NVIDIA GPU: the steps of a program are kernels, generated and compiled
 * for the device, captured once as a graph and launched as one from then on. Parameters, states and
 * data stay on the device. {@link SessionOptions#threads} is not looked at.
 */
public final class CudaBackend implements Backend {
  /** The name by which users choose it. */
  public static final String NAME = "cuda";

  private final Cuda cuda;
  private final KernelCache cache;

  /** With the CUDA of this machine and the kernel cache that the system property names. */
  public CudaBackend() {
    this(new BytedecoCuda(), KernelCache.standard());
  }

  CudaBackend(Cuda cuda, KernelCache cache) {
    this.cuda = cuda;
    this.cache = cache;
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Opens a session on the device.
   *
   * @throws IllegalStateException if CUDA cannot run here; the message says why and what helps
   */
  @Override
  public Session open(SessionOptions options) {
    return new CudaSession(new Device(cuda.open()), cuda.compiler(), cache, options.seed());
  }
}
