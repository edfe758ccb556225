package org.glissade.cuda;

import org.glissade.backend.Availability;
import org.glissade.cuda.driver.BytedecoCuda;

/** Says what device there is; {@code gpu/run} starts it first and goes no further without one. */
final class GpuRequired {
  private GpuRequired() {}

  /** Ends with 1 where CUDA cannot run, and says why and what helps. */
  public static void main(String[] args) {
    Availability found = new BytedecoCuda().probe();
    if (found instanceof Availability.Unavailable none) {
      System.out.println("A GPU is required, but " + none.reason() + "; " + none.remedy());
      System.exit(1);
    }
    System.out.println(found);
  }
}
