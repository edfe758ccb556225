package org.glissade.tensor;

/** The type of the numbers in a tensor or a field, and how many bytes each of them takes. */
public enum DType {
  /** 32-bit floating point: what layers compute in. The reference backend computes it in double. */
  F32(4),
  /**
   * 64-bit floating point: what depends on no single element, such as a norm or a learning rate.
   */
  F64(8),
  /** 32-bit signed integer: indices and labels. */
  I32(4),
  /** 8-bit unsigned integer: pixels and labels as they lie in files. */
  U8(1);

  private final int bytes;

  DType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }
}
