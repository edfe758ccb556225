package org.glissade.cpu.kernel;

import static jdk.incubator.vector.VectorOperators.B2I;
import static jdk.incubator.vector.VectorOperators.I2F;
import static org.glissade.cpu.kernel.Lanes.LANE;
import static org.glissade.cpu.kernel.Lanes.LANES;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Bytes to floats, eight or more at a time: there is no vector of four bytes. */
final class VectorBytes {
  private VectorBytes() {}

  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Byte.SIZE * LANES));
  private static final VectorSpecies<Integer> INTS = LANE.withLanes(int.class);

  static void widen(float[] dst, int d, byte[] x, int xo, int n) {
    for (int i = 0; i < n; i += LANES) {
      IntVector v = (IntVector) ByteVector.fromArray(BYTES, x, xo + i).convertShape(B2I, INTS, 0);
      FloatVector y = (FloatVector) v.and(0xff).convertShape(I2F, LANE, 0);
      y.intoArray(dst, d + i);
    }
  }
}
