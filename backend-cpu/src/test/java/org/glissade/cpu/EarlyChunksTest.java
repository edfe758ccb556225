package org.glissade.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.cpu.loop.Loops;
import org.glissade.data.Field;
import org.glissade.layer.ParameterTable;
import org.glissade.layer.Scope;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.plan.Stage;
import org.glissade.plan.Step;
import org.glissade.tensor.Autodiff;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;
import org.junit.jupiter.api.Test;

class EarlyChunksTest {
  private static final int IN = 512;
  private static final int OUT = 128;
  private static final int BATCH = 32;
  private static final GradientTransform NORMED =
      (g, step) -> g.within(Extent.GLOBAL, x -> x.times(x.norm().reciprocalOrZero()).times(0.1));

  /** One layer, whose gradient is one matrix product of eight chunks. */
  private static Plan plan(GradientTransform transform) {
    Graph graph = new Graph();
    ParameterTable table = new ParameterTable();
    Scope scope = Scope.root(table, true, graph.scalar(0));
    Tensor x = graph.input("x", Shape.of(BATCH, IN), DType.F32);
    Tensor weight =
        scope.parameter(
            "weight",
            Shape.of(IN, OUT),
            (values, parameter, key) -> java.util.Arrays.fill(values, 0.01f),
            Kind.WEIGHT,
            1);
    Tensor loss = x.matmul(weight).square().mean();
    Layout layout = table.layout();
    Tensor gradients = graph.pack(layout, Autodiff.gradients(loss, layout.parameters()));
    Update update = UpdateStage.describe(layout, gradients, null, transform);
    Definition definition =
        new Definition("train", graph, layout, Map.of("loss", loss), update.effects(), gradients);
    return Planner.plan(definition);
  }

  /** The stage before the one with the sweep, and what is taken early there. */
  private static int[] owners(int workers) {
    Plan plan = plan(NORMED);
    List<Stage> stages = plan.stages();
    for (int s = 1; s < stages.size(); s++) {
      Stage before = stages.get(s - 1);
      for (Step.Sweep sweep : EarlyChunks.sweep(before, stages.get(s)).stream().toList()) {
        Kernels kernels = Kernels.best();
        SweepStep compiled =
            new SweepStep(
                kernels,
                new Loops(kernels.lanes()),
                slot -> Cell.allocate(slot.type(), slot.size()),
                plan.definition().layout(),
                sweep,
                workers);
        return new EarlyChunks(compiled, EarlyChunks.products(before, sweep), workers).owners()[0];
      }
    }
    return new int[0];
  }

  @Test
  void eachWorkerTakesWhatItsRowsHold() {
    assertArrayEquals(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, owners(2));
  }

  @Test
  void whatLiesAcrossTheRowsOfTwoIsLeftToTheSweep() {
    assertArrayEquals(new int[] {0, 0, -1, 1, 1, -1, 2, 2}, owners(3));
  }

  @Test
  void ofTwoSweepsTheOneThatWritesIsNotBegunEarly() {
    List<Stage> stages = plan(NORMED).stages();
    long sweeps =
        stages.stream()
            .flatMap(stage -> stage.steps().stream())
            .filter(Step.Sweep.class::isInstance)
            .count();
    long early =
        IntStream.range(1, stages.size())
            .filter(s -> EarlyChunks.sweep(stages.get(s - 1), stages.get(s)).isPresent())
            .count();
    assertEquals(2, sweeps);
    assertEquals(1, early);
  }

  private static double[] weights(int threads) {
    Random random = new Random(5);
    float[] x = new float[BATCH * IN];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat();
    }
    try (Session session = new CpuBackend(Kernels.best()).open(new SessionOptions(1, threads))) {
      Program program = session.compile(plan(NORMED));
      session.bind("x", Field.f32(Shape.of(IN), x));
      for (int step = 0; step < 4; step++) {
        program.run();
      }
      return Objects.requireNonNull(session.store().snapshot().get(Variable.PARAMETERS));
    }
  }

  @Test
  void theBitsAreThoseOfOneThread() {
    double[] one = weights(1);
    assertEquals(IN * OUT, one.length);
    assertArrayEquals(one, weights(2));
    assertArrayEquals(one, weights(3));
  }
}
