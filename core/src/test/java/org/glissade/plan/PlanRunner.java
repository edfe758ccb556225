package org.glissade.plan;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.glissade.backend.VariableTable;
import org.glissade.data.Field;
import org.glissade.reference.InitialValues;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Variable;

/**
 * Runs a plan naively in double, step by step as the data says, with the order of sums that the
 * interpreter has: a plan that is right gives the interpreter's bits.
 */
final class PlanRunner {
  private final Plan plan;
  private final long seed;
  private final Map<String, double[]> store = new TreeMap<>();
  private final Map<String, Field> inputs = new TreeMap<>();

  PlanRunner(Plan plan, long seed) {
    PlanHazards.check(plan);
    this.plan = plan;
    this.seed = seed;
    for (Variable variable : new VariableTable().add(plan.definition())) {
      InitialValues first = new InitialValues(layout(), seed, this::parameters);
      store.put(variable.key(), first.of(variable));
    }
  }

  private Layout layout() {
    return plan.definition().layout();
  }

  private double[] parameters() {
    return Objects.requireNonNull(store.get(Variable.PARAMETERS));
  }

  /** The variables' numbers, by key; a test may change them. */
  Map<String, double[]> store() {
    return store;
  }

  void bind(String input, Field data) {
    inputs.put(input, data);
  }

  /** Runs once and gives the outputs. */
  Map<String, double[]> run() {
    PlanMemory memory = new PlanMemory(plan, store, inputs);
    StepRunner runner = new StepRunner(memory, layout(), seed);
    plan.steps().forEach(step -> step.accept(runner));
    Map<String, double[]> outputs = new TreeMap<>();
    plan.outputs().forEach((name, view) -> outputs.put(name, memory.copy(view)));
    return outputs;
  }
}
