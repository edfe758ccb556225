package org.glissade.tensor;

/** Gives a new parameter its first values. */
@FunctionalInterface
public interface Initializer {
  /**
   * Fills in the values of one parameter.
   *
   * @param values as many as the parameter's shape holds, in C order
   * @param parameter whose values they are; its shape and fans scale the spread
   * @param key the random key of this parameter: equal keys must give equal values
   */
  void fill(float[] values, Parameter parameter, long key);
}
