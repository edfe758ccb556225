package org.glissade.cpu;

/** Gathers rows whole, or only what is not 0 in them if that is little. */
final class SparseGatherStep implements CompiledStep {
  private final MapStep dense;
  private final SparseBatch sparse;
  private final int count;

  SparseGatherStep(MapStep dense, SparseBatch sparse, int count) {
    this.dense = dense;
    this.sparse = sparse;
    this.count = count;
  }

  @Override
  public void run(int worker, int workers) {
    if (sparse.isSparse()) {
      sparse.read(
          CompiledStep.rows(count, worker, workers), CompiledStep.rows(count, worker + 1, workers));
    } else {
      dense.run(worker, workers);
    }
  }

  @Override
  public long work() {
    return dense.work();
  }
}
