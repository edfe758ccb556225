package org.glissade.plan;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.glissade.backend.VariableTable;
import org.glissade.data.Field;
import org.glissade.reference.InitialValues;
import org.glissade.reference.PlanInterpreter;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Variable;

/** Runs a plan step by step in double, with variables and data of its own. */
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
    return PlanInterpreter.run(plan, store, inputs, seed);
  }
}
