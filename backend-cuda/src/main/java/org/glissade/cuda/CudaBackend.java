package org.glissade.cuda;

import org.glissade.backend.Backend;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cuda.code.Products;
import org.glissade.cuda.driver.BytedecoCuda;
import org.glissade.cuda.driver.Cuda;
import org.glissade.cuda.driver.Precision;

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
  private final MatMulChoice choice;

  /** With the CUDA of this machine and the kernel cache that the system property names. */
  public CudaBackend() {
    this(new BytedecoCuda(), KernelCache.standard(), MatMulChoice.standard());
  }

  /** The same with another precision of large matrix products. */
  public CudaBackend(Precision precision) {
    this(new BytedecoCuda(), KernelCache.standard(), new MatMulChoice(Products.LARGE, precision));
  }

  CudaBackend(Cuda cuda, KernelCache cache, MatMulChoice choice) {
    this.cuda = cuda;
    this.cache = cache;
    this.choice = choice;
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
    return new CudaSession(new Device(cuda.open()), cuda, cache, choice, options.seed());
  }
}
