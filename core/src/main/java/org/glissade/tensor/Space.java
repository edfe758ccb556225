package org.glissade.tensor;

/** Where the numbers of a tensor stand: with the examples, or with the parameters. */
public enum Space {
  /** An ordinary tensor with axes, as layers and losses use. */
  DENSE,
  /** One number for each element of all parameters, along the one index of the flat buffers. */
  FLAT,
  /** One double for each group of a {@link Partition} of the parameters. */
  COLUMN,
  /** One double. It depends on no element and is computed once per step. */
  SCALAR
}
