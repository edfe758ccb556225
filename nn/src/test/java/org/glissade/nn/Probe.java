package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.layer.ParameterTable;
import org.glissade.layer.Scope;
import org.glissade.plan.Planner;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Autodiff;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/**
 * Runs a function of one tensor on the reference backend. The tensor is a parameter, so that it can
 * be differentiated by.
 */
final class Probe {
  /** The function: from the tensor and a scope to any tensor. */
  interface Function {
    Tensor of(Tensor x, Scope scope);
  }

  private static final long SEED = 11;
  private static final double STEP = 1e-6;

  private final Session session;
  private final Program program;
  private final Layout layout;
  private final int size;

  Probe(Shape shape, float[] x, boolean training, double step, Function function) {
    Graph graph = new Graph();
    ParameterTable table = new ParameterTable();
    Scope scope = Scope.root(table, training, graph.scalar(step));
    Initializer given = (values, p, key) -> System.arraycopy(x, 0, values, 0, values.length);
    Tensor output = function.of(scope.parameter("x", shape, given, Kind.WEIGHT), scope);
    this.size = output.shape().size();
    Tensor weights = graph.index(Shape.of(size), 0).plus(1).times(0.7).cos();
    Tensor loss = output.reshape(Shape.of(size)).times(weights).sum();
    this.layout = table.layout();
    Tensor flat = graph.pack(layout, Autodiff.gradients(loss, layout.parameters()));
    Map<String, Tensor> outputs = Map.of("output", output, "loss", loss);
    this.session = new ReferenceBackend().open(SessionOptions.seed(SEED));
    this.program =
        session.compile(
            Planner.plan(new Definition("probe", graph, layout, outputs, List.of(), flat)));
  }

  static Probe of(Shape shape, float[] x, Function function) {
    return new Probe(shape, x, false, 0, function);
  }

  double[] output() {
    program.run();
    double[] values = new double[size];
    program.read("output", values);
    return values;
  }

  double[] gradient() {
    program.run();
    double[] values = new double[layout.size()];
    program.read(Definition.GRADIENTS, values);
    return values;
  }

  Layout layout() {
    return layout;
  }

  Session session() {
    return session;
  }

  /** Compares every gradient with a central difference in double. */
  void checkGradients() {
    double[] gradient = gradient();
    double[] values = session.store().read(Variable.PARAMETERS);
    for (int p = 0; p < layout.parameters().size(); p++) {
      for (int i = layout.offset(p); i < layout.offset(p) + layout.length(p); i++) {
        double difference = (loss(values, i, STEP) - loss(values, i, -STEP)) / (2 * STEP);
        String what = layout.parameters().get(p) + " element " + (i - layout.offset(p));
        assertEquals(difference, gradient[i], 1e-6 * Math.max(1, Math.abs(difference)), what);
      }
    }
    session.store().write(Variable.PARAMETERS, values);
  }

  private double loss(double[] values, int i, double step) {
    double[] moved = values.clone();
    moved[i] += step;
    session.store().write(Variable.PARAMETERS, moved);
    program.run();
    return program.scalar("loss");
  }
}
