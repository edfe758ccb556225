package org.glissade.cuda.driver;

import org.glissade.backend.Availability;

/** CUDA on this machine. */
public interface Cuda {
  /** Looks what is there. Never throws. */
  Availability probe();

  /** Opens the first device. */
  Driver open();

  /** Large matrix products on an open device. */
  MatMuls matMuls(Driver driver);

  /** The compiler. */
  Compiler compiler();
}
