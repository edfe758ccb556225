package org.glissade.reference;

import java.util.Map;
import java.util.TreeMap;
import org.glissade.data.Field;
import org.glissade.plan.Plan;

/**
 * Runs plans as their steps say, naively and in double, with the order of sums that {@link
 * Interpreter} has: a plan that is right gives the bits of its graph.
 */
public final class PlanInterpreter {
  private PlanInterpreter() {}

  /**
   * Runs a plan once.
   *
   * @param variables the numbers of the Store by key, which the plan changes
   * @param inputs data by input name
   * @param seed of all random numbers
   * @return the outputs by name
   */
  public static Map<String, double[]> run(
      Plan plan, Map<String, double[]> variables, Map<String, Field> inputs, long seed) {
    PlanMemory memory = new PlanMemory(plan, variables, inputs);
    StepRunner runner = new StepRunner(memory, plan.definition().layout(), seed);
    plan.steps().forEach(step -> step.accept(runner));
    Map<String, double[]> outputs = new TreeMap<>();
    plan.outputs().forEach((name, view) -> outputs.put(name, memory.copy(view)));
    return outputs;
  }
}
