package org.glissade.reference;

import java.util.HashMap;
import java.util.Map;
import org.glissade.backend.BoundInputs;
import org.glissade.backend.Lookup;
import org.glissade.backend.Program;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/** Evaluates a program's graph; of the plan it uses only what was planned. */
final class ReferenceProgram implements Program {
  private final Plan plan;
  private final ReferenceStore store;
  private final Environment environment;
  private final Map<String, Tensor> outputs;
  private Map<Tensor, double[]> values = Map.of();

  ReferenceProgram(Plan plan, ReferenceStore store, BoundInputs inputs, long seed) {
    this.plan = plan;
    this.store = store;
    this.environment = new Surroundings(plan.definition().layout(), seed, store, inputs);
    this.outputs = new HashMap<>(plan.definition().outputs());
    Tensor gradients = plan.definition().gradients();
    if (gradients != null) {
      outputs.put(Definition.GRADIENTS, gradients);
    }
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

  @Override
  public Plan plan() {
    return plan;
  }

  /** All next values are computed from old ones before the first is written. */
  @Override
  public void run() {
    values = Interpreter.evaluate(plan.definition().results(), environment);
    Map<String, double[]> next = new HashMap<>();
    for (Effect effect : plan.definition().effects()) {
      if (effect.when() == null || number(effect.when()) != 0) {
        next.put(effect.target().key(), value(effect.value()));
      }
    }
    store.replace(next);
  }

  private double number(Tensor scalar) {
    return value(scalar)[0];
  }

  private double[] value(Tensor tensor) {
    double[] value = values.get(tensor);
    if (value == null) {
      throw new IllegalStateException(
          "Program %s has not run: call run() before reading its outputs"
              .formatted(plan.definition().name()));
    }
    return value;
  }

  private double[] output(String output, int length) {
    double[] value = value(Lookup.find("output", output, outputs));
    if (value.length != length) {
      throw new IllegalArgumentException(
          "Output %s holds %d numbers, but %d were asked for"
              .formatted(output, value.length, length));
    }
    return value;
  }

  @Override
  public double scalar(String output) {
    return output(output, 1)[0];
  }

  @Override
  public void read(String output, float[] into) {
    double[] value = output(output, into.length);
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) value[i];
    }
  }

  @Override
  public void read(String output, double[] into) {
    double[] value = output(output, into.length);
    System.arraycopy(value, 0, into, 0, value.length);
  }
}
