package org.glissade.nd4j;

import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.Store;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.nd4j.linalg.factory.Nd4j;

/** Owns the native arrays of a run. */
final class Nd4jSession implements Session {
  private final long seed;
  private final org.nd4j.linalg.factory.Nd4jBackend library = Nd4j.getBackend();
  private final Allocation allocation = new Allocation();
  private final Nd4jStore store = new Nd4jStore(allocation);
  private final Inputs inputs = new Inputs(allocation);

  Nd4jSession(long seed) {
    this.seed = seed;
  }

  @Override
  public String description() {
    int threads = Nd4j.getEnvironment().maxMasterThreads();
    return "%s: %s, %d thread%s"
        .formatted(
            Nd4jBackend.NAME, library.getClass().getSimpleName(), threads, threads == 1 ? "" : "s");
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
    return new Nd4jProgram(plan, new Places(plan, allocation, store), inputs, seed);
  }

  @Override
  public void close() {
    allocation.close();
    Scratch.release();
  }
}
