package org.glissade.cuda.driver;

/** The driver or one of CUDA's libraries answered with an error. */
public final class CudaException extends IllegalStateException {
  /** The driver's code for memory that it does not have. */
  public static final int OUT_OF_MEMORY = 2;

  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * An error.
   *
   * @param code as the driver gave it
   * @param message what failed, with what, and what helps
   */
  public CudaException(int code, String message) {
    super(message);
    this.code = code;
  }

  /** As the driver gave it. */
  public int code() {
    return code;
  }
}
