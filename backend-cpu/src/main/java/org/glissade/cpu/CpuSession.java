package org.glissade.cpu;

import org.glissade.backend.BoundInputs;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.Store;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.cpu.loop.Loops;
import org.glissade.data.Field;
import org.glissade.plan.Plan;

/** Owns the threads and the heap arrays of a run. */
final class CpuSession implements Session {
  private final Kernels kernels;
  private final Loops loops;
  private final long seed;
  private final double sparseUpTo;
  private final WorkerPool pool;
  private final CpuStore store = new CpuStore();
  private final BoundInputs inputs = new BoundInputs();

  CpuSession(Kernels kernels, long seed, int threads, double sparseUpTo) {
    this.kernels = kernels;
    this.seed = seed;
    this.sparseUpTo = sparseUpTo;
    this.loops = new Loops(kernels.lanes());
    this.pool = new WorkerPool(threads);
  }

  @Override
  public String description() {
    return CpuBackend.NAME + ": " + CpuBackend.found(kernels, pool.threads());
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public void bind(String input, Field data) {
    inputs.bind(input, data);
  }

  @Override
  public Program compile(Plan plan) {
    store.add(plan.definition(), seed);
    return new CpuProgram(plan, kernels, loops, store, inputs, pool, seed, sparseUpTo);
  }

  @Override
  public void close() {
    pool.close();
  }
}
