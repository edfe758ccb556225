package org.glissade.transform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.backend.Store;
import org.glissade.data.Field;
import org.glissade.plan.Planner;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/** An update stage alone, run by the reference backend on gradients that a test gives. */
final class UpdateRun {
  private static final Initializer ASCENDING =
      (values, parameter, key) -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = i + 1;
        }
      };

  private final Layout layout;
  private final Session session;
  private final Program program;

  /** Parameters begin as 1, 2, 3 and so on, each. */
  UpdateRun(Layout layout, GradientTransform transform) {
    this(layout, 1, transform);
  }

  UpdateRun(Layout layout, long seed, GradientTransform transform) {
    Graph graph = new Graph();
    Tensor flat = graph.flatInput("g", layout);
    Update update = UpdateStage.describe(layout, flat, null, transform);
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    update.reports().forEach(report -> outputs.put(report.name(), report.value()));
    this.layout = layout;
    this.session = new ReferenceBackend().open(SessionOptions.seed(seed));
    this.program =
        session.compile(
            Planner.plan(new Definition("update", graph, layout, outputs, update.effects(), flat)));
  }

  /** A parameter with units along its last axis, in the layer that its path begins with. */
  static Parameter parameter(String path, Kind kind, int... dims) {
    String layer = path.substring(0, path.lastIndexOf('/'));
    return new Parameter(path, layer, Shape.of(dims), kind, dims.length - 1, ASCENDING);
  }

  /** A weight [2], a bias [1] and, in another layer, a weight [1]: four elements. */
  static Layout small() {
    return Layout.of(
        List.of(
            parameter("a/weight", Kind.WEIGHT, 2),
            parameter("a/bias", Kind.BIAS, 1),
            parameter("b/weight", Kind.WEIGHT, 1)));
  }

  /** Runs a step with these gradients, one element after another. */
  UpdateRun step(double... elements) {
    float[] flat = new float[layout.size()];
    int next = 0;
    for (int p = 0; p < layout.parameters().size(); p++) {
      for (int e = 0; e < layout.length(p); e++) {
        flat[layout.offset(p) + e] = (float) elements[next++];
      }
    }
    session.bind("g", Field.f32(Shape.of(), flat));
    program.run();
    return this;
  }

  Store store() {
    return session.store();
  }

  /** A flat variable without its padding. */
  double[] elements(String key) {
    double[] flat = store().read(key);
    double[] elements = new double[flat.length];
    int next = 0;
    for (int p = 0; p < layout.parameters().size(); p++) {
      System.arraycopy(flat, layout.offset(p), elements, next, layout.length(p));
      next += layout.length(p);
    }
    return java.util.Arrays.copyOf(elements, next);
  }

  double[] parameters() {
    return elements(Variable.PARAMETERS);
  }

  double number(String key) {
    return store().read(key)[0];
  }

  double count() {
    return number(UpdateStage.COUNT);
  }

  double[] report(String name, int size) {
    double[] report = new double[size];
    program.read(name, report);
    return report;
  }
}
