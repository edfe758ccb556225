package org.glissade.cpu.loop;

/** Arithmetic for neighbouring elements, in one pass. Stateless. */
public interface Loop {
  /**
   * Computes the elements {@code from} to {@code to}.
   *
   * @param arrays for each input by its number, then for each output; only inputs of kind {@link
   *     LoopCode.Kind#UNIFORM} have none
   * @param offsets for each array, where element {@code start} lies; flat arrays need none
   * @param values for each uniform input by its number, the value
   */
  void run(float[][] arrays, int[] offsets, double[] values, int start, int from, int to);
}
