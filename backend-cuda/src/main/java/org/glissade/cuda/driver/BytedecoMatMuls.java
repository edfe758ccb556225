package org.glissade.cuda.driver;

/** cuBLASLt through the Java binding. */
final class BytedecoMatMuls {
  /** All functions of cuBLASLt that this backend calls. */
  static final String[] FUNCTIONS = {"cublasLtCreate", "cublasLtDestroy", "cublasLtMatmul"};

  private BytedecoMatMuls() {}
}
