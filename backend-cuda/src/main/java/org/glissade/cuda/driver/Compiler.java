package org.glissade.cuda.driver;

/** Makes programs for a device out of CUDA C++: NVRTC. */
public interface Compiler {
  /** Such as {@code 13.1}. */
  String version();

  /**
   * Compiles.
   *
   * @param source CUDA C++
   * @param architecture ten times the compute capability, such as 90
   * @return what {@link Driver#load} takes
   * @throws CudaException with the compiler's log, if it refuses the source
   */
  byte[] compile(String source, int architecture);
}
