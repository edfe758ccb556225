package org.glissade.tensor;

import java.util.List;

/**
 * Ordinary Java in the middle of an update: from the numbers of some tensors to those of others.
 *
 * <p>It is called once in each step, by the thread that runs the step, while nothing else of the
 * step runs: also under a condition that fails, for which a non-finite gradient is one reason, and
 * then nothing of what it gives is taken. One whose results nobody uses is not called.
 *
 * <p>The values of all elements stand along the index of the flat buffers: those of parameter
 * {@code p} from {@code layout.offset(p)} on, {@code layout.length(p)} of them, in C order. Between
 * them, and for parameters that the link was not given, there is 0. A value for each group is an
 * array of as many numbers as there are groups, in their order; a scalar is an array of one.
 *
 * <p>It must not keep the arrays, which the next step uses again, nor run or change anything of the
 * session. Equal inputs should give equal results: what it remembers by itself is in no checkpoint
 * and is not undone where a step is skipped. A state of the transform, as one more input and
 * result, is.
 */
@FunctionalInterface
public interface HostFunction {
  /**
   * Fills the results.
   *
   * @param inputs the numbers of each input, in the order in which they were given
   * @param results for each result an array of its length, filled with 0
   */
  void apply(List<double[]> inputs, List<double[]> results);
}
