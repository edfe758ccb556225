package org.glissade.cuda;

import java.nio.ByteBuffer;

/** Plain arrays to and from bytes, in bulk. */
final class Arrays {
  private Arrays() {}

  /** Bytes of one number. */
  static int bytes(Object array) {
    if (array instanceof byte[]) {
      return Byte.BYTES;
    }
    return array instanceof double[] ? Double.BYTES : Float.BYTES;
  }

  /** How many numbers there are. */
  static int length(Object array) {
    if (array instanceof byte[] bytes) {
      return bytes.length;
    }
    if (array instanceof int[] ints) {
      return ints.length;
    }
    return array instanceof float[] floats ? floats.length : ((double[]) array).length;
  }

  /** Copies a part of an array to the beginning of a buffer. */
  static void put(Object array, int from, int count, ByteBuffer to) {
    to.clear();
    if (array instanceof byte[] bytes) {
      to.put(bytes, from, count);
    } else if (array instanceof int[] ints) {
      to.asIntBuffer().put(ints, from, count);
    } else if (array instanceof float[] floats) {
      to.asFloatBuffer().put(floats, from, count);
    } else {
      to.asDoubleBuffer().put((double[]) array, from, count);
    }
  }

  /** Copies the beginning of a buffer to a part of an array. */
  static void get(Object array, int from, int count, ByteBuffer source) {
    source.clear();
    if (array instanceof int[] ints) {
      source.asIntBuffer().get(ints, from, count);
    } else if (array instanceof float[] floats) {
      source.asFloatBuffer().get(floats, from, count);
    } else {
      source.asDoubleBuffer().get((double[]) array, from, count);
    }
  }

  /** The numbers as floats. */
  static float[] narrow(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** The numbers as doubles. */
  static double[] widen(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
