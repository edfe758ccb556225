package org.glissade.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cpu.CpuBackend;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.random.Philox;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.transform.ChainReader;
import org.glissade.transform.Norm;
import org.glissade.transform.Observation;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;

/** The update stage alone: gradients are given, parameters and states change. */
final class UpdateStageProgram implements AutoCloseable {
  private static final String GRADIENTS = "gradients";
  private static final float SMALL = 1e-3f;

  private final Session session;
  private final Program program;
  private final long bytes;
  private final Map<String, double[]> read = new TreeMap<>();

  UpdateStageProgram(String chain, List<Shape> parameters, int threads) {
    this(chain, parameters, threads, TelemetryBenchmark.Level.OFF);
  }

  UpdateStageProgram(
      String chain, List<Shape> parameters, int threads, TelemetryBenchmark.Level telemetry) {
    Layout layout = layout(parameters);
    Graph graph = new Graph();
    Tensor gradients = graph.flatInput(GRADIENTS, layout);
    Update update =
        UpdateStage.describe(
            layout,
            gradients,
            null,
            ChainReader.load().read(chain),
            telemetry == TelemetryBenchmark.Level.MEASURED);
    Map<String, Tensor> outputs = new TreeMap<>();
    if (telemetry != TelemetryBenchmark.Level.OFF) {
      update.observations().forEach(link -> declare(link, outputs));
    }
    outputs.forEach((name, value) -> read.put(name, new double[value.shape().size()]));
    Plan plan =
        Planner.plan(new Definition("update", graph, layout, outputs, update.effects(), null));
    bytes = plan.traffic();
    session = new CpuBackend().open(new SessionOptions(1, threads));
    program = session.compile(plan);
    session.bind(GRADIENTS, Field.f32(Shape.of(), numbers(layout.size())));
  }

  private static void declare(Observation link, Map<String, Tensor> outputs) {
    link.before().ifPresent(norm -> declare(link.link() + "/before", norm, outputs));
    link.after().ifPresent(norm -> declare(link.link() + "/after", norm, outputs));
  }

  private static void declare(String name, Norm norm, Map<String, Tensor> outputs) {
    outputs.put(name, norm.squares());
    for (int i = 0; i < norm.factors().size(); i++) {
      if (norm.constant(i).isEmpty()) {
        outputs.put(name + "/" + i, norm.factors().get(i));
      }
    }
  }

  private static Layout layout(List<Shape> shapes) {
    List<Parameter> parameters = new ArrayList<>();
    for (Shape shape : shapes) {
      String layer = "layer-" + parameters.size();
      parameters.add(
          new Parameter(
              layer + "/weight",
              layer,
              shape,
              Kind.WEIGHT,
              shape.rank() - 1,
              (values, parameter, key) -> Arrays.fill(values, 1)));
    }
    return Layout.of(parameters);
  }

  private static float[] numbers(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = SMALL * (Philox.uniform(1, 0, 0, i) - 0.5f);
    }
    return values;
  }

  /** Bytes that one run reads and writes. */
  long bytes() {
    return bytes;
  }

  /** Runs once and reads what telemetry reads. */
  void run() {
    program.run();
    for (Map.Entry<String, double[]> output : read.entrySet()) {
      program.read(output.getKey(), output.getValue());
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
