package org.glissade.cuda.code;

import org.glissade.plan.Step;

/**
 * Writes the reduction of code over the middle of three axes, in double. Who adds up what depends
 * on the shape alone: a thread, a warp or a block for a result, or a block for 32 neighbouring
 * results.
 */
final class ReduceWriter {
  private static final int SHORT = 64;

  private final Kernel kernel;
  private final Faults faults;
  private final Step.Reduce step;
  private final Text text;

  ReduceWriter(Kernel kernel, Faults faults, Step.Reduce step) {
    this.kernel = kernel;
    this.faults = faults;
    this.step = step;
    this.text = kernel.body();
  }

  void write() {
    if (step.outer() > 1) {
      rows();
    } else if (step.inner() > 1) {
      columns();
    } else {
      alone();
    }
  }

  /** Rows of the first axis are shared out, with all results that belong to them. */
  private void rows() {
    kernel.share();
    int rows = step.shape().dim(0);
    int results = step.outer() / rows * step.inner();
    boolean byWarp = step.inner() == 1 && step.length() > SHORT;
    text.open("");
    text.line("const int begin = share(%d, blockIdx.x, gridDim.x) * %d;".formatted(rows, results));
    text.line(
        "const int end = share(%d, blockIdx.x + 1, gridDim.x) * %d;".formatted(rows, results));
    if (byWarp) {
      text.open("for (int o = begin + threadIdx.x / 32; o < end; o += WARPS)");
    } else {
      text.open("for (int o = begin + threadIdx.x; o < end; o += THREADS)");
    }
    accumulate(byWarp ? "threadIdx.x % 32" : "0", byWarp ? "32" : "1", "o");
    if (byWarp) {
      text.line("sum = over_warp<%s>(sum);".formatted(Functions.joiner(step.fn())));
      text.open("if (threadIdx.x % 32 == 0)");
      result("o");
      text.close();
    } else {
      result("o");
    }
    text.close().close();
  }

  /** Few long sums that are neighbours: eight warps share each out. */
  private void columns() {
    kernel.share();
    text.open("");
    text.line("double* const parts = scratch();");
    text.open(
        "for (int tile = blockIdx.x; tile < %d; tile += gridDim.x)"
            .formatted((step.inner() + 31) / 32));
    text.line("const int o = tile * 32 + threadIdx.x % 32;");
    text.line("double all = %s;".formatted(Functions.identity(step.fn())));
    text.open("if (o < %d)".formatted(step.inner()));
    accumulate("threadIdx.x / 32", "WARPS", "o");
    text.line("all = sum;");
    text.close();
    text.line("parts[threadIdx.x] = all;");
    text.line("__syncthreads();");
    text.open("if (threadIdx.x < 32 && o < %d)".formatted(step.inner()));
    text.line("double sum = %s;".formatted(Functions.identity(step.fn())));
    text.line(
        "for (int w = 0; w < WARPS; w++) sum = %s::of(sum, parts[w * 32 + threadIdx.x]);"
            .formatted(Functions.joiner(step.fn())));
    result("o");
    text.close();
    text.line("__syncthreads();");
    text.close().close();
  }

  private void alone() {
    text.open("if (blockIdx.x == 0)");
    accumulate("threadIdx.x", "THREADS", "0");
    text.line(
        "sum = over_block<%s>(sum, %s);"
            .formatted(Functions.joiner(step.fn()), Functions.identity(step.fn())));
    text.open("if (threadIdx.x == 0)");
    result("0");
    text.close().close();
  }

  private void accumulate(String first, String by, String result) {
    text.line("double sum = %s;".formatted(Functions.identity(step.fn())));
    text.open("for (int l = %s; l < %d; l += %s)".formatted(first, step.length(), by));
    String inner = step.inner() == 1 ? result + " * " + step.length() + " + l" : element(result);
    text.line("const int e = %s;".formatted(inner));
    Expressions.write(text, step.code(), true, new DenseLoads(kernel, step.shape(), faults));
    String value = Expressions.operand(step.code(), step.code().result(), true);
    text.line("sum = %s;".formatted(Functions.accumulate(step.fn(), "sum", value)));
    text.close();
  }

  private String element(String result) {
    return "(%s / %d * %d + l) * %d + %s %% %d"
        .formatted(result, step.inner(), step.length(), step.inner(), result, step.inner());
  }

  private void result(String at) {
    text.line("%s = (float)sum;".formatted(kernel.element(step.out(), at)));
  }
}
