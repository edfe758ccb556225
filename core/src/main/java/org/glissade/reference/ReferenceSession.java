package org.glissade.reference;

import org.glissade.backend.BoundInputs;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.backend.Store;
import org.glissade.data.Field;
import org.glissade.plan.Plan;

/** A Store and the bound data. It holds no thread and nothing that must be given back. */
final class ReferenceSession implements Session {
  /** Makes a program of the Store and the data that the session holds. */
  interface Maker {
    Program make(Plan plan, ReferenceStore store, BoundInputs inputs, long seed);
  }

  private final String description;
  private final Maker maker;
  private final long seed;
  private final ReferenceStore store = new ReferenceStore();
  private final BoundInputs inputs = new BoundInputs();

  ReferenceSession(String description, SessionOptions options, Maker maker) {
    this.description = description;
    this.maker = maker;
    this.seed = options.seed();
  }

  @Override
  public String description() {
    return description;
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
    return maker.make(plan, store, inputs, seed);
  }

  @Override
  public void close() {}
}
