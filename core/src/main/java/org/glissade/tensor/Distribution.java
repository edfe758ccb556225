package org.glissade.tensor;

import org.glissade.random.Normal;
import org.glissade.random.Philox;
import org.glissade.random.Seed;

/**
 * What random numbers a {@link Op.Random} draws. Each is a float and a pure function of the run's
 * seed, the stream's name, the step and the element, so that all backends draw the same.
 */
public enum Distribution {
  /** Uniform in [0, 1), the upper 24 bits of each draw: {@link Philox#uniform}. */
  UNIFORM {
    @Override
    public float draw(long key, int step, long element) {
      return Philox.uniform(key, 0, step, element);
    }
  },
  /**
   * Normal with mean 0 and variance 1, by the inverse of its distribution function in double, then
   * rounded to float: {@link Normal#standard}.
   */
  NORMAL {
    @Override
    public float draw(long key, int step, long element) {
      return (float) Normal.standard(key, 0, step, element);
    }
  };

  /**
   * The number of one element, of Philox's stream 0.
   *
   * @param key that of the stream's name: {@link #key}
   * @param step the scalar that numbers the step, cast to int
   * @param element counted in C order; in a flat tensor along the flat index, padding included
   */
  public abstract float draw(long key, int step, long element);

  /** The key of a named stream in a run with this seed. */
  public static long key(long seed, String stream) {
    return Seed.of(seed).stream(stream).key();
  }
}
