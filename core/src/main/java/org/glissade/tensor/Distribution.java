package org.glissade.tensor;

/** What random numbers a {@link Op.Random} draws. */
public enum Distribution {
  /** Uniform in [0, 1), the upper 24 bits of each draw. */
  UNIFORM,
  /** Normal with mean 0 and variance 1, by the inverse of its distribution function in double. */
  NORMAL
}
