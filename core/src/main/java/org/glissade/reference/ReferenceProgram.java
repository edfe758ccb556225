package org.glissade.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.glissade.backend.BoundInputs;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/** Evaluates a program's graph; of the plan it uses only what was planned. */
final class ReferenceProgram extends NaiveProgram {
  private final Definition definition;
  private final ReferenceStore store;
  private final Environment environment;
  private final Map<String, double[]> outputs = new HashMap<>();

  ReferenceProgram(Plan plan, ReferenceStore store, BoundInputs inputs, long seed) {
    super(plan);
    this.definition = plan.definition();
    this.store = store;
    this.environment = new Surroundings(definition.layout(), seed, store, inputs);
  }

  private record Surroundings(Layout layout, long seed, ReferenceStore store, BoundInputs inputs)
      implements Environment {
    @Override
    public double[] variable(Variable variable) {
      return store.current(variable.key());
    }

    @Override
    public Field input(Tensor input) {
      return inputs.of(input);
    }
  }

  /** All next values are computed from old ones before the first is written. */
  @Override
  public void run() {
    Map<Tensor, double[]> values = Interpreter.evaluate(definition.results(), environment);
    Map<String, double[]> next = new HashMap<>();
    for (Effect effect : definition.effects()) {
      if (effect.when() == null || of(effect.when(), values)[0] != 0) {
        next.put(effect.target().key(), of(effect.value(), values));
      }
    }
    store.replace(next);
    definition.outputs().forEach((name, tensor) -> outputs.put(name, of(tensor, values)));
    Tensor gradients = definition.gradients();
    if (gradients != null) {
      outputs.put(Definition.GRADIENTS, of(gradients, values));
    }
  }

  private static double[] of(Tensor tensor, Map<Tensor, double[]> values) {
    return Objects.requireNonNull(values.get(tensor));
  }

  @Override
  Map<String, double[]> outputs() {
    return outputs;
  }
}
