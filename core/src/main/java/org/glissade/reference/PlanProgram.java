package org.glissade.reference;

import java.util.Map;
import java.util.TreeMap;
import org.glissade.backend.BoundInputs;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.plan.Slot;
import org.glissade.tensor.Op;
import org.glissade.tensor.Tensor;

/** Runs the steps of a plan, and never looks at the graph behind it. */
final class PlanProgram extends NaiveProgram {
  private final ReferenceStore store;
  private final BoundInputs bound;
  private final long seed;
  private Map<String, double[]> outputs = Map.of();

  PlanProgram(Plan plan, ReferenceStore store, BoundInputs bound, long seed) {
    super(plan);
    this.store = store;
    this.bound = bound;
    this.seed = seed;
  }

  /** What the plan writes is seen by the Store at the end, all at once. */
  @Override
  public void run() {
    Map<String, double[]> variables = new TreeMap<>();
    for (Slot slot : plan().slots()) {
      if (slot.storage() == Slot.Storage.VARIABLE) {
        variables.put(slot.name(), store.read(slot.name()));
      }
    }
    Map<String, Field> inputs = new TreeMap<>();
    for (Tensor input : plan().definition().inputs()) {
      inputs.put(((Op.Input) input.op()).name(), bound.of(input));
    }
    outputs = PlanInterpreter.run(plan(), variables, inputs, seed);
    store.replace(variables);
  }

  @Override
  Map<String, double[]> outputs() {
    return outputs;
  }
}
