package org.glissade.nn.checkpoint;

import org.glissade.nn.NamedTensor;
import org.glissade.tensor.Shape;

/**
 * What the header of a safetensors file says of one tensor.
 *
 * @param name its name
 * @param type how its numbers are written
 * @param shape its axes
 * @param begin where its bytes begin, counted from the end of the header
 */
record TensorEntry(String name, Encoding type, Shape shape, long begin) {
  /** How numbers are written, little-endian. */
  enum Encoding {
    F32(4),
    F64(8);

    private final int bytes;

    Encoding(int bytes) {
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }

    /** F32 where every number is a float, so that nothing is lost; else F64. */
    static Encoding of(NamedTensor tensor) {
      for (double value : tensor.values()) {
        if ((float) value != value && !Double.isNaN(value)) {
          return F64;
        }
      }
      return F32;
    }
  }

  /** Where its bytes end. */
  long end() {
    return begin + (long) shape.size() * type.bytes();
  }
}
