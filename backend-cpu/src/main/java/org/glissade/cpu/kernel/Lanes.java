package org.glissade.cpu.kernel;

import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The one float species of this JVM: with a second one in use, JDK 17 makes later loops 5 to 13
 * times slower. Loaded only where the Vector API is.
 */
public final class Lanes {
  private Lanes() {}

  /** The species. */
  public static final VectorSpecies<Float> LANE =
      VectorSpecies.of(
          float.class, VectorShape.forBitSize(KernelChoice.bits(VectorKernels.preferredBits())));

  static final int LANES = LANE.length();
}
