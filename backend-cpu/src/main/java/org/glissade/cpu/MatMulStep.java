package org.glissade.cpu;

import java.util.Arrays;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.cpu.kernel.SparseRows;
import org.glissade.cpu.kernel.SparseScratch;
import org.glissade.plan.Step;
import org.jspecify.annotations.Nullable;

/**
 * A matrix product, and what is done to each of its elements while its rows are still in the cache.
 */
final class MatMulStep implements CompiledStep {
  private final Kernels kernels;
  private final Step.MatMul step;
  private final Cell a;
  private final Cell b;
  private final Cell out;
  private final @Nullable MapStep finish;
  private final @Nullable SparseBatch sparse;
  private final float[][] scratch;
  private final SparseScratch[] sparseScratch;

  MatMulStep(
      Kernels kernels,
      Step.MatMul step,
      Cell a,
      Cell b,
      Cell out,
      @Nullable MapStep finish,
      @Nullable SparseBatch sparse,
      int workers) {
    this.kernels = kernels;
    this.step = step;
    this.a = a;
    this.b = b;
    this.out = out;
    this.finish = finish;
    this.sparse = sparse;
    int floats =
        kernels.scratchFloats(step.m(), step.n(), step.k(), step.transposeA(), step.transposeB());
    this.scratch = new float[workers][floats];
    this.sparseScratch = new SparseScratch[sparse == null ? 0 : workers];
    Arrays.setAll(sparseScratch, worker -> kernels.sparseScratch(step.m(), step.n(), step.k()));
  }

  @Override
  public void run(int worker, int workers) {
    int from = CompiledStep.rows(step.m(), worker, workers);
    int to = CompiledStep.rows(step.m(), worker + 1, workers);
    if (from < to) {
      if (sparse != null && sparse.isSparse()) {
        multiply(sparse.rows(), from, to, sparseScratch[worker]);
      } else {
        multiply(worker, from, to);
      }
      if (finish != null) {
        finish.range(worker, from * step.n(), to * step.n());
      }
    }
  }

  private void multiply(int worker, int from, int to) {
    kernels.matmul(
        a.floats,
        a.offset + step.a().offset(),
        step.transposeA() ? step.m() : step.k(),
        step.transposeA(),
        b.floats,
        b.offset + step.b().offset(),
        step.transposeB() ? step.k() : step.n(),
        step.transposeB(),
        out.floats,
        out.offset + step.out().offset(),
        step.n(),
        step.m(),
        step.n(),
        step.k(),
        from,
        to,
        scratch[worker]);
  }

  private void multiply(SparseRows rows, int from, int to, SparseScratch own) {
    if (step.transposeA()) {
      rows.transpose(from, to, own);
    }
    kernels.sparseMatmul(
        rows,
        step.transposeA(),
        b.floats,
        b.offset + step.b().offset(),
        step.n(),
        out.floats,
        out.offset + step.out().offset(),
        step.n(),
        step.n(),
        step.k(),
        from,
        to,
        own);
  }

  @Override
  public long work() {
    return 2L * step.m() * step.n() * step.k();
  }
}
