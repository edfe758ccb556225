package org.glissade.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cpu.CpuBackend;
import org.glissade.data.Field;
import org.glissade.plan.Instruction;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.plan.Step;
import org.glissade.random.Philox;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.transform.ChainReader;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;

/** The update stage alone: gradients are given, parameters and states change. */
final class UpdateStageProgram implements AutoCloseable {
  private static final String GRADIENTS = "gradients";
  private static final float SMALL = 1e-3f;

  private final Session session;
  private final Program program;
  private final long bytes;

  UpdateStageProgram(String chain, List<Shape> parameters, int threads) {
    Layout layout = layout(parameters);
    Graph graph = new Graph();
    Tensor gradients = graph.flatInput(GRADIENTS, layout);
    Update update = UpdateStage.describe(layout, gradients, null, ChainReader.load().read(chain));
    Plan plan =
        Planner.plan(new Definition("update", graph, layout, Map.of(), update.effects(), null));
    bytes = traffic(plan);
    session = new CpuBackend().open(new SessionOptions(1, threads));
    program = session.compile(plan);
    session.bind(GRADIENTS, Field.f32(Shape.of(), numbers(layout.size())));
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

  /** Bytes that the sweeps read and write: four for each element of each buffer they touch. */
  private static long traffic(Plan plan) {
    Layout layout = plan.definition().layout();
    long bytes = 0;
    for (Step step : plan.steps()) {
      if (step instanceof Step.Sweep sweep) {
        for (Step.Body body : sweep.bodies()) {
          long buffers =
              body.stores().size()
                  + body.code().instructions().stream()
                      .filter(Instruction.LoadFlat.class::isInstance)
                      .count();
          long elements = body.parameters().stream().mapToLong(layout::length).sum();
          bytes += buffers * elements * Float.BYTES;
        }
      }
    }
    return bytes;
  }

  /** Bytes that one run reads and writes. */
  long bytes() {
    return bytes;
  }

  void run() {
    program.run();
  }

  @Override
  public void close() {
    session.close();
  }
}
