package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Norm;
import org.glissade.transform.Observation;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;

/**
 * An update stage as it is planned.
 *
 * @param off without telemetry
 * @param on with the norms that the chain knows
 * @param measured with all norms before and after each link
 */
record TelemetryPlans(Plan off, Plan on, Plan measured) {
  static TelemetryPlans of(Layout layout, GradientTransform rule) {
    return new TelemetryPlans(
        plan(layout, rule, false, false),
        plan(layout, rule, true, false),
        plan(layout, rule, true, true));
  }

  private static Plan plan(Layout layout, GradientTransform rule, boolean told, boolean measured) {
    Graph graph = new Graph();
    Tensor flat = graph.flatInput("gradients", layout);
    Tensor loss = graph.input("loss", Shape.of(), DType.F32).toScalar();
    UnaryOperator<Tensor> elsewhere =
        values -> flat.plus(values.minus(graph.read(Variable.parameters(layout))));
    Update update = UpdateStage.describe(layout, flat, loss, elsewhere, rule, measured);
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    for (Observation seen : update.observations()) {
      seen.before().ifPresent(norm -> add(outputs, seen.link() + "/before", norm));
      seen.after().ifPresent(norm -> add(outputs, seen.link() + "/after", norm));
    }
    Map<String, Tensor> read = told ? outputs : Map.of();
    return Planner.plan(new Definition("update", graph, layout, read, update.effects(), null));
  }

  private static void add(Map<String, Tensor> outputs, String name, Norm norm) {
    outputs.put(name, norm.squares());
    for (int i = 0; i < norm.factors().size(); i++) {
      if (norm.constant(i).isEmpty()) {
        outputs.put(name + "/" + i, norm.factors().get(i));
      }
    }
  }

  /**
   * As many sweeps as dependent reductions ask for. Telemetry costs none, and no byte; what is
   * measured beside costs no sweep.
   */
  void check(String what) {
    int needed = ReductionChains.sweeps(off.definition());
    assertEquals(needed, off.sweeps(), () -> what + "\n" + off);
    assertEquals(needed, on.sweeps(), () -> what + ", with telemetry\n" + on);
    assertEquals(needed, measured.sweeps(), () -> what + ", measured\n" + measured);
    assertEquals(off.bytes(), on.bytes(), () -> what + ", with telemetry\n" + on);
    assertEquals(off.traffic(), on.traffic(), () -> what + ", with telemetry\n" + on);
  }
}
