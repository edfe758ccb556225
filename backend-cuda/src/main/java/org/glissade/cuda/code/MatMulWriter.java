package org.glissade.cuda.code;

import org.glissade.plan.Step;

/**
 * Writes a matrix product of a stage. A thread takes an element; where rows are short, several
 * threads take a slice each of its sum, so that all of a block have work.
 */
final class MatMulWriter {
  /** Products that are worth a thread of their own. */
  private static final int SLICE = 16;

  private final Kernel kernel;
  private final Step.MatMul step;
  private final Text text;
  private final int lanes;
  private final int slices;

  MatMulWriter(Kernel kernel, Step.MatMul step) {
    this.kernel = kernel;
    this.step = step;
    this.text = kernel.body();
    int wide = Integer.highestOneBit(Math.max(1, step.n() * 2 - 1));
    int most = Math.min(PlanCode.THREADS / Math.min(wide, PlanCode.THREADS), step.k() / SLICE);
    this.lanes = wide;
    this.slices = Integer.highestOneBit(Math.max(1, most));
  }

  /**
   * Writes it.
   *
   * @param finish writes what is done with {@code product}, of element {@code e}
   */
  void write(Runnable finish) {
    if (step.m() > 1) {
      kernel.share();
    }
    text.open("");
    text.line("const int begin = share(%d, blockIdx.x, gridDim.x);".formatted(step.m()));
    text.line("const int end = share(%d, blockIdx.x + 1, gridDim.x);".formatted(step.m()));
    if (slices > 1) {
      sliced(finish);
    } else {
      whole(finish);
    }
    text.close();
  }

  private void whole(Runnable finish) {
    text.open(
        "for (int e = begin * %d + threadIdx.x; e < end * %d; e += THREADS)"
            .formatted(step.n(), step.n()));
    text.line("const int i = e / %d, j = e %% %d;".formatted(step.n(), step.n()));
    text.line("const float product = %s;".formatted(dot("0", String.valueOf(step.k()))));
    finish.run();
    text.close();
  }

  private void sliced(Runnable finish) {
    text.line("float* const parts = (float*)scratch();");
    text.line("const int j = threadIdx.x %% %d, slice = threadIdx.x / %d;".formatted(lanes, lanes));
    text.line("const int from = share(%d, slice, %d);".formatted(step.k(), slices));
    text.line("const int length = share(%d, slice + 1, %d) - from;".formatted(step.k(), slices));
    text.open("for (int i = begin; i < end; i++)");
    text.line(
        "if (j < %d && slice < %d) parts[threadIdx.x] = %s;"
            .formatted(step.n(), slices, dot("from", "length")));
    text.line("__syncthreads();");
    text.open("if (threadIdx.x < %d)".formatted(step.n()));
    text.line("const int e = i * %d + threadIdx.x;".formatted(step.n()));
    text.line("float product = parts[threadIdx.x];");
    text.line(
        "for (int s = 1; s < %d; s++) product += parts[s * %d + threadIdx.x];"
            .formatted(slices, lanes));
    finish.run();
    text.close();
    text.line("__syncthreads();");
    text.close();
  }

  /** The sum of some of the products of row i and column j. */
  private String dot(String from, String length) {
    int strideA = step.transposeA() ? step.m() : 1;
    int strideB = step.transposeB() ? 1 : step.n();
    return "dot<%d, %d>(%s + %s, %s + %s, %s)"
        .formatted(
            strideA,
            strideB,
            kernel.pointer(step.a()),
            place("i", step.transposeA() ? 1 : step.k(), from, strideA),
            kernel.pointer(step.b()),
            place("j", step.transposeB() ? step.k() : 1, from, strideB),
            length);
  }

  private static String place(String index, int stride, String from, int along) {
    String begin = stride == 1 ? index : index + " * " + stride;
    return from.equals("0") ? begin : begin + " + " + from + (along == 1 ? "" : " * " + along);
  }
}
