package org.glissade.bench;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Fused multiply-adds on registers alone: no program on one thread can do more floating-point
 * operations a second. Twelve independent sums hide the latency of the instruction and fit the 16
 * registers of AVX2.
 */
final class Fma {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  private static final int SUMS = 12;
  private static final float SHRINK = 0.999f;
  private static final float GROW = 0.001f;

  private Fma() {}

  /** Floating-point operations of so many rounds. */
  static long operations(int rounds) {
    return 2L * SUMS * LANES.length() * rounds;
  }

  /** Computes for so many rounds and gives a number that depends on each. */
  static float run(int rounds) {
    FloatVector x = FloatVector.broadcast(LANES, SHRINK);
    FloatVector y = FloatVector.broadcast(LANES, GROW);
    FloatVector a = FloatVector.zero(LANES);
    FloatVector b = a.add(1);
    FloatVector c = a.add(2);
    FloatVector d = a.add(3);
    FloatVector e = a.add(4);
    FloatVector f = a.add(5);
    FloatVector g = a.add(6);
    FloatVector h = a.add(7);
    FloatVector i = a.add(8);
    FloatVector j = a.add(9);
    FloatVector k = a.add(10);
    FloatVector l = a.add(11);
    for (int round = 0; round < rounds; round++) {
      a = a.fma(x, y);
      b = b.fma(x, y);
      c = c.fma(x, y);
      d = d.fma(x, y);
      e = e.fma(x, y);
      f = f.fma(x, y);
      g = g.fma(x, y);
      h = h.fma(x, y);
      i = i.fma(x, y);
      j = j.fma(x, y);
      k = k.fma(x, y);
      l = l.fma(x, y);
    }
    FloatVector first = a.add(b).add(c).add(d).add(e).add(f);
    FloatVector second = g.add(h).add(i).add(j).add(k).add(l);
    return first.add(second).reduceLanes(VectorOperators.ADD);
  }
}
